namespace Planning.Rules.Wording;

/// <summary>What people call the things a decision counts and waits for.</summary>
/// <param name="Unit">What one evaluation stands for: a quarter. In Chinese with its measure word: 个季度.</param>
/// <param name="Predicates">By name; one without words is told by its name.</param>
public sealed record DecisionWords(Label Unit, IReadOnlyDictionary<string, Label> Predicates)
{
    public static DecisionWords Plain { get; } = new(new Label("time", "次"), new Dictionary<string, Label>());

    internal Label Predicate(string name) => Predicates.GetValueOrDefault(name) ?? new Label(name.Replace('_', ' '));
}
