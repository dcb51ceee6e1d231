/**
 * Seeded events for the stories in this module's folders: ordinary life, and now and then what the story's rules look for. The
 * rules themselves, a few events of each story and the alerts expected of them stand in the folders.
 */
@NullMarked
package io.weir.samples;

import org.jspecify.annotations.NullMarked;
