using System.Text;
using System.Text.Json.Nodes;
using Planning.Flows.JavaScript;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

/// <summary>Scripts that follow from a number: whatever they are, they are refused, fail, are stopped, or answer.</summary>
public sealed class When_any_script_at_all_is_written
{
    private static readonly string[] Pieces =
    [
        "a", "b", "x => x", "(", ")", "[", "]", "{", "}", "1", "2.5", "'t'", "`t${", "}`", "`", "+", "-", "*", "/", "%", "**", "=", "==", "===",
        "=>", "?", "?.", "??", ":", ";", ",", ".", "...", "!", "~", "&&", "||", "&&=", "??=", "<", ">>", "++", "--", "let ", "const ", "var ",
        "function ", "class A ", "extends ", "return ", "if ", "else ", "for ", "of ", "in ", "while ", "do ", "break ", "continue ",
        "switch ", "case ", "default: ", "try ", "catch ", "finally ", "throw ", "new ", "this", "super", "typeof ", "void ", "delete ",
        "null", "undefined", "async ", "await ", "yield ", "import ", "static ", "get ", "set ", "#p", "/re/g", "/[", "\\u0041", "\n", " ",
        "/* c */", "// c\n", "0x", "1e", "1n", "'", "\"", "\\", "@", "instanceof ", "arguments", "Math.max", "[].map", "JSON", "length",
    ];

    [Fact]
    public void pieces_in_any_order_are_refused_or_run()
    {
        for (var number = 1; number <= 4000; number++)
        {
            var chance = new RandomFlowchart(number);
            var script = new StringBuilder();
            for (var count = 1 + chance.Below(25); count > 0; count--)
            {
                script.Append(Pieces[chance.Below(Pieces.Length)]);
            }

            Assert.True(EndsWell(script.ToString()), script.ToString());
        }
    }

    [Fact]
    public void expressions_with_slips_of_the_pen_are_refused_or_run()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "JavaScript", "Expressions.json");
        var expressions = JsonNode.Parse(File.ReadAllText(file))!.AsArray().Select(pair => pair![0]!.GetValue<string>()).ToList();
        foreach (var (number, expression) in expressions.Index())
        {
            var chance = new RandomFlowchart(number + 1);
            for (var times = 0; times < 8; times++)
            {
                var at = chance.Below(expression.Length);
                var script = chance.Below(3) switch
                {
                    0 => expression.Remove(at, 1),
                    1 => expression.Insert(at, Pieces[chance.Below(Pieces.Length)]),
                    _ => expression[..at] + expressions[chance.Below(expressions.Count)],
                };
                Assert.True(EndsWell(script), script);
            }
        }
    }

    private static bool EndsWell(string script)
    {
        if (Script.MistakesOf(script) is [var mistake, ..])
        {
            return mistake is { Line: > 0, Column: > 0 } && mistake.Message.Contains(' ', StringComparison.Ordinal);
        }

        try
        {
            Script.ValueOf(script);
        }
        catch (Exception exception) when (exception is ScriptFailedException or ScriptStoppedException)
        {
            return !exception.Message.StartsWith("The script could not be run", StringComparison.Ordinal);
        }

        return true;
    }
}
