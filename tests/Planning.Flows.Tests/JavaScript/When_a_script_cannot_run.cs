using Planning.Flows.Expressions;
using Planning.Flows.JavaScript;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

/// <summary>What cannot run here is refused before anything runs: where it stands, and what to write instead.</summary>
public sealed class When_a_script_cannot_run
{
    [Theory]
    [InlineData("async function f() {}", 1, 1, "async and await cannot be used here: nothing in a script waits. Write an ordinary function.")]
    [InlineData("(async () => 1)()", 1, 2, "async and await cannot be used here: nothing in a script waits. Write an ordinary function.")]
    [InlineData("1;\n  await x", 2, 3, "async and await cannot be used here: nothing in a script waits. Write an ordinary function.")]
    [InlineData("function* g() { yield 1 }", 1, 9,
        "Generator functions and yield cannot be used here. Fill an array in a loop and return that.")]
    [InlineData("import x from 'y'", 1, 1, "import cannot be used here: a script stands alone. Write the code itself.")]
    [InlineData("export default 1", 1, 1, "export cannot be used here: a script stands alone. Remove the word.")]
    [InlineData("tag`x`", 1, 4, "Tagged templates cannot be used here. Call the function with ordinary arguments.")]
    [InlineData("1 + 10n", 1, 5, "Big integers such as 10n cannot be used here. Write the number without n.")]
    [InlineData("new Proxy({}, {})", 1, 5, "Proxies cannot be used here. Use an object, or getters and setters.")]
    [InlineData("with (x) {}", 1, 1, "with cannot be used here. Write the object before each member.")]
    [InlineData("eval('1')", 1, 1, "eval cannot be used here. Write the code itself.")]
    [InlineData("new Function('return 1')", 1, 5, "Code cannot be made of text here. Write the function itself.")]
    [InlineData("setTimeout(() => 1, 5)", 1, 1, "setTimeout cannot be used here: nothing in a script waits. Use a Delay activity.")]
    [InlineData("console.log('x')", 1, 1, "There is no console here. Use a Write line activity, or return the text.")]
    [InlineData("fetch('https://example.com')", 1, 1,
        "fetch cannot be used here: a script reaches nothing outside. Use an HTTP request activity.")]
    [InlineData("setOutcome('Good')", 1, 1, "setOutcome works only in a Run JavaScript activity. Use one, or a Decision.")]
    [InlineData("/(?=a)(b+)+/", 1, 1, "This regular expression repeats a repetition or a choice and also looks around or refers back, "
        + "so it might search for ever. Write it without one of them.")]
    [InlineData("/a/x", 1, 1, "The flags x of this regular expression are unknown here. Use some of g, i, m, s, u, y.")]
    [InlineData("delete total", 1, 1, "The variable total cannot be deleted. Assign undefined to it.")]
    [InlineData("const a = 1; a = 2", 1, 14, "a is a constant, so it keeps its value. Declare it with let.")]
    [InlineData("total + 1;\nlet total = 1", 1, 1, "total is used before it is declared. Move its declaration up.")]
    [InlineData("let a = 1;\nlet a = 2", 2, 5, "a is declared twice. Rename one of them, or remove the second declaration.")]
    [InlineData("a ?? b || c", 1, 3, "?? cannot be mixed with || or && as it is. Put one of them in parentheses.")]
    [InlineData("010", 1, 1, "010 begins with a zero. Write it without, or as 0o… if it is octal.")]
    public void it_is_refused_with_its_place_and_advice(string script, int line, int column, string sentence) =>
        Assert.Equal(new ExpressionMistake(sentence, line, column), Script.MistakesOf(script)[0]);

    [Theory]
    [InlineData("1 +", 1, 4, "The script ends too early. Something is missing here.")]
    [InlineData("(1 + 2", 1, 7, "The end of the script cannot stand here. Write ) first.")]
    [InlineData("'abc", 1, 1, "This text never ends. Close it with ' on the same line.")]
    [InlineData("`abc ${1}", 1, 9, "This template text never ends. Close it with a back-tick (`).")]
    [InlineData("a b", 1, 3, "\"b\" cannot stand here. Look for an operator, a comma or a semicolon that is missing, or remove it.")]
    [InlineData("1 = 2", 1, 1, "Nothing can be assigned to this. Put a variable or a member on the left; to compare, write ===.")]
    [InlineData("if (x) { 1", 1, 11, "The script ends too early. Something is missing here.")]
    [InlineData("break", 1, 1, "\"break\" stands in no loop. Use return to leave a script or a function.")]
    [InlineData("/* open", 1, 1, "This comment never ends. Close it with */.")]
    [InlineData("({a = 1})", 1, 3, "A default cannot stand in an object. Write a colon instead of =.")]
    [InlineData("let x;\nx.\n\n)", 4, 1,
        "\")\" cannot stand here. Look for an operator, a comma or a semicolon that is missing, or remove it.")]
    public void a_slip_of_the_pen_is_found_at_its_place(string script, int line, int column, string sentence) =>
        Assert.Equal(new ExpressionMistake(sentence, line, column), Script.MistakesOf(script)[0]);

    [Theory]
    [InlineData("isNulOrEmpty('')", "There is no name isNulOrEmpty here. Did you mean isNullOrEmpty?")]
    [InlineData("tojson({})", "There is no name tojson here. Did you mean toJson?")]
    [InlineData("math.max(1)", "There is no name math here. Did you mean Math?")]
    [InlineData("somethingElse", "There is no name somethingElse here. Declare it, or write getVariable(\"somethingElse\") for a variable.")]
    public void a_name_that_nobody_knows_is_refused_with_the_name_that_was_meant(string script, string sentence) =>
        Assert.Equal(sentence, Assert.Single(Script.MistakesOf(script)).Message);

    [Fact]
    public void a_variable_named_as_if_it_were_the_script_s_own_is_told_how_to_be_reached()
    {
        var scope = new ExpressionScope(
            [new Flows.Definitions.VariableDeclaration("v", "Total", DataType.Any, null)],
            [new Flows.Definitions.InputDeclaration("Region", DataType.Any)], DataType.Any);

        var (_, mistakes) = new JavaScriptLanguage().CompileScript("Total + Region", scope, choosesOutcomes: false);

        Assert.Equal(
            [
                "There is no name Total here, but a variable. Write variables.Total. (line 1, column 1)",
                "There is no name Region here, but an input. Write getInput(\"Region\"). (line 1, column 9)",
            ],
            mistakes.Select(mistake => mistake.Sentence));
    }

    [Theory]
    [InlineData("typeof somethingElse === 'undefined' ? 1 : somethingElse")]
    [InlineData("try { somethingElse() } catch (e) { 1 }")]
    [InlineData("getSomethingElse()")]
    [InlineData("later = 5; later + 1")]
    public void a_name_that_may_exist_after_all_is_not_refused(string script) => Assert.Empty(Script.MistakesOf(script));
}
