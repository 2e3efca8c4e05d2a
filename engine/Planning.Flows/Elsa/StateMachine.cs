using System.Globalization;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;

namespace Planning.Flows.Elsa;

/// <summary>
/// States that lead to one another: what waits to leave a state is a trigger, and the first trigger whose condition
/// holds takes the others away (contract §13).
/// </summary>
internal sealed class StateMachine : IContainerActivity, IStructuredActivity
{
    private const string Current = "state";
    private const string Entry = "entry";
    private const string Trigger = "trigger";
    private const string Action = "action";
    private const string Exit = "exit";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.StateMachine",
        DisplayName = "State machine",
        Category = "Flow",
        Description = "States that lead to one another by transitions.",
        IsBrowsable = false,
    };

    public object ReadStructure(StructureReading reading) => States.Read(reading);

    public void Execute(ActivityContext context) => Enter(context, Of(context).Initial);

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion)
    {
        if (completion.Callback == Entry)
        {
            AwaitTriggers(context);
            return;
        }

        var transition = Of(context).Transitions[int.Parse(completion.Child.Tag!, CultureInfo.InvariantCulture)];
        switch (completion.Callback)
        {
            case Trigger when Holds(context, transition):
                context.CancelInside();
                GoOn(context, transition, Action);
                break;
            case Trigger:
                Schedule(context, transition.Trigger, transition, Trigger);
                break;
            case Action:
                GoOn(context, transition, Exit);
                break;
            default:
                Enter(context, transition.To);
                break;
        }
    }

    private static States Of(ActivityContext context) => (States)context.Node.Structure!;

    private static void Enter(ActivityContext context, string? state)
    {
        context.Properties[Current] = state;
        if (Of(context).Find(state) is not { } entered)
        {
            context.Complete();
        }
        else if (entered.Entry is { } entry)
        {
            context.Schedule(entry, Entry);
        }
        else
        {
            AwaitTriggers(context);
        }
    }

    private static void AwaitTriggers(ActivityContext context)
    {
        var leaving = Of(context).Leaving(context.Properties.Get<string>(Current));
        if (leaving.Count == 0)
        {
            context.Complete();
        }

        foreach (var transition in leaving)
        {
            Schedule(context, transition.Trigger, transition, Trigger);
        }
    }

    private static bool Holds(ActivityContext context, Transition transition) => transition.Condition is not { } condition
        || Values.As<bool>(context.Evaluate(condition, DataType.Parse("Boolean")));

    // First what the transition does, then how its source is left, then its target.
    private static void GoOn(ActivityContext context, Transition transition, string step)
    {
        if (step == Action && transition.Action is { } action)
        {
            Schedule(context, action, transition, Action);
        }
        else if (Of(context).Find(transition.From)?.Exit is { } exit)
        {
            Schedule(context, exit, transition, Exit);
        }
        else
        {
            Enter(context, transition.To);
        }
    }

    private static void Schedule(ActivityContext context, Node? activity, Transition transition, string step) =>
        context.Schedule(activity, step, transition.Index.ToString(CultureInfo.InvariantCulture));

    private sealed record State(string Name, Node? Entry, Node? Exit);

    private sealed record Transition(
        int Index, string From, string To, Node? Trigger, Expression? Condition, Node? Action);

    private sealed record States(IReadOnlyList<State> All, IReadOnlyList<Transition> Transitions, string? Initial)
    {
        public static States Read(StructureReading reading)
        {
            var states = new List<State>();
            foreach (var (json, path) in reading.Items("states"))
            {
                states.Add(new State(
                    json.Text("name") ?? "",
                    reading.ReadChild(json.Member("entry"), $"{path}.entry"),
                    reading.ReadChild(json.Member("exit"), $"{path}.exit")));
            }

            var transitions = new List<Transition>();
            foreach (var (json, path) in reading.Items("transitions"))
            {
                var condition = json.Member("condition");
                transitions.Add(new Transition(
                    transitions.Count,
                    Place(reading, states, json.Text("from"), $"{path}.from"),
                    Place(reading, states, json.Text("to"), $"{path}.to"),
                    reading.ReadChild(json.Member("trigger"), $"{path}.trigger"),
                    (condition.Member("expression") ?? condition) is { } expression
                        ? reading.ReadExpression(expression, $"{path}.condition", DataType.Parse("Boolean"))
                        : null,
                    reading.ReadChild(json.Member("action"), $"{path}.action")));
            }

            var initial = reading.Json.Text("currentState") is { Length: > 0 } current
                ? current
                : reading.Json.Text("initialState");
            return new States(states, transitions, initial is { Length: > 0 }
                ? Place(reading, states, initial, $"{reading.Path}.initialState")
                : null);
        }

        public State? Find(string? name) => All.FirstOrDefault(state => state.Name == name);

        /// <summary>A transition that nothing triggers is never taken.</summary>
        public IReadOnlyList<Transition> Leaving(string? state) =>
            [.. Transitions.Where(transition => transition.From == state && transition.Trigger is not null)];

        private static string Place(StructureReading reading, List<State> states, string? name, string path)
        {
            if (!states.Exists(state => state.Name == name))
            {
                reading.Report(Codes.DanglingConnection, path,
                    $"The state machine has no state \"{name}\". It has: {string.Join(", ", states.Select(state => state.Name))}.");
            }

            return name ?? "";
        }
    }
}
