using System.Text.Json;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>One input: a whole file, or an expression that is put where expressions stand.</summary>
/// <param name="Place">Where an expression is put: 0 in a rule inside a rule, 1 computed alone, else in a rule.</param>
internal sealed record FuzzInput(string Family, Subject Subject, string Text, bool IsFile, int Place)
{
    private const int Places = 6;

    private static readonly string[] Families = ["random text", "mutated rules", "hostile expressions"];

    /// <param name="index">The same index is always the same input.</param>
    public static FuzzInput At(long index)
    {
        var chance = new Chance((ulong)index + 1);
        var subject = chance.Of(Subject.All);
        var family = Families[index % Families.Length];
        var (text, isFile) = (index % Families.Length) switch
        {
            0 => RandomText.Make(chance),
            1 => Mutations.Make(chance, subject),
            _ => (new HostileExpression(chance, subject).Make(), false),
        };
        return new FuzzInput(family, subject, text, isFile, chance.Below(Places));
    }

    public bool StandsAlone => !IsFile && Place == 1;

    /// <summary>The expression as a condition and as a value, where it can be both.</summary>
    public string File => IsFile ? Text : JsonSerializer.Serialize(new
    {
        WorkflowName = "w",
        GlobalParams = new[] { new { Name = "g", Expression = Place is 0 ? "1" : Text } },
        Rules = new object[]
        {
            Place is 0
                ? new
                {
                    RuleName = "P",
                    Operator = "Or",
                    LocalParams = new[] { new { Name = "l", Expression = Text } },
                    Rules = new[]
                    {
                        new { RuleName = "C", Expression = "string(l) == \"?\" and g == 1", ErrorMessage = "$(l)" },
                    },
                }
                : new { RuleName = "R", Expression = "string(g) == \"?\"", ErrorMessage = "$(g) $(a.Name)" },
            new { RuleName = "S", Expression = Place % 2 == 0 ? Text : "true" },
        },
    });
}
