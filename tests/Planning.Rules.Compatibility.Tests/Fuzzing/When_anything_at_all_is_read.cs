using Planning.Benchmarks.Fuzzing;

namespace Planning.Rules.Compatibility.Tests.Fuzzing;

/// <summary>Random text, mutated rules and hostile expressions: what is wrong is told with its place, what is sound ends,
/// and every way of judging it comes out the same. The same inputs in every run; a million of them with
/// <c>dotnet run -c Release --project tests/Planning.Benchmarks -- fuzz 1000000</c>.</summary>
public sealed class When_anything_at_all_is_read
{
    private const int Inputs = 12_000;
    private const int Stack = 1024 * 1024;

    [Fact]
    public void every_promise_is_kept()
    {
        var oracle = new Oracle();
        var broken = new List<string>();
        var thread = new Thread(() => broken.AddRange(Enumerable.Range(0, Inputs).SelectMany(at => Broken(oracle, at))), Stack);
        thread.Start();
        thread.Join();
        Assert.Empty(broken);
        Assert.InRange(oracle.Judged, Inputs / 10, Inputs);
    }

    private static string[] Broken(Oracle oracle, int at)
    {
        var input = FuzzInput.At(at);
        return oracle.Broken(input) is { } fault ? [$"#{at}: {fault}\n{input.Text}"] : [];
    }
}
