package io.weir.engine.naive;

import io.weir.dsl.Compilation;
import io.weir.dsl.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;

/** What the rules of a world send when its events are evaluated as they come. */
public final class NaiveArrival implements Engine {

    @Override
    public List<Outcome> run(World world) {
        Compilation compiled = world.compile();
        List<Event> events = world.events().stream()
                .filter(event -> event.time() >= world.liveFrom() && event.time() <= world.end())
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (RulePlan rule : compiled.rules()) {
            NaiveEngine.byKey(rule, events).forEach((key, arrived) -> {
                Evaluator evaluator = new Evaluator(rule, world);
                List<Firing> firings = new ArrivalRun(rule, evaluator, key, arrived, world.end()).firings();
                outcomes.addAll(new Acts(rule, evaluator, key).of(firings));
            });
        }
        return outcomes;
    }
}
