using System.Globalization;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>Puts inputs to the engine on threads with small stacks and reports every promise it breaks.</summary>
internal static class Fuzz
{
    private const int Stack = 1024 * 1024;
    private const int Told = 20;
    private const long Chunk = 25_000;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    /// <param name="from">Index of the first input: the report of a crash or a hang names it.</param>
    /// <returns>0 when every promise was kept.</returns>
    public static async Task<int> RunAsync(long count, long from, TimeProvider clock)
    {
        var faults = new Dictionary<string, (long Times, string First)>();
        long judged = 0;
        var began = clock.GetTimestamp();
        var floor = 0L;
        for (var at = from; at < from + count; at += Chunk)
        {
            var end = Math.Min(at + Chunk, from + count);
            var middle = at + ((end - at) / 2);
            var halves = await Task.WhenAll(
                PartAsync(at, middle, clock), PartAsync(middle, end, clock));
            foreach (var (input, fault) in halves.SelectMany(half => half.Faults))
            {
                var kind = fault.Length > 120 ? fault[..120] : fault;
                if (!faults.TryGetValue(kind, out var known))
                {
                    known = (0, $"#{input}: {fault}");
                    Console.WriteLine(known.First);
                }

                faults[kind] = (known.Times + 1, known.First);
            }

            judged += halves.Sum(half => half.Judged);
            var (took, slowest) = halves.Select(half => half.Slowest).Max();
            var heap = GC.GetTotalMemory(forceFullCollection: true) >> 20;
            floor = floor == 0 ? heap : floor;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{end - from,11:N0} inputs  {judged,9:N0} judged  " +
                $"{faults.Values.Sum(one => one.Times),6:N0} faults  " +
                $"{heap,5:N0} MB live (after the first {Chunk:N0}: {floor})  " +
                $"{Environment.WorkingSet >> 20,5:N0} MB resident  " +
                $"slowest {took.TotalSeconds:0.00} s (#{slowest})  {clock.GetElapsedTime(began).TotalSeconds:N0} s"));
        }

        foreach (var (times, first) in faults.Values.OrderByDescending(one => one.Times).Take(Told))
        {
            Console.WriteLine($"{times} times: {first}");
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<Part> PartAsync(long from, long to, TimeProvider clock)
    {
        var part = new Part();
        var done = new TaskCompletionSource();
        var thread = new Thread(
            () =>
            {
                part.Run(from, to, clock);
                done.SetResult();
            },
            Stack);
        thread.Start();
        var pause = TimeSpan.FromSeconds(1);
        while (await Task.WhenAny(done.Task, Task.Delay(pause, clock, CancellationToken.None)) != done.Task)
        {
            if (part.IsStuck(clock, TooLong))
            {
                Console.WriteLine($"#{part.At} hangs: {FuzzInput.At(part.At).Text}");
                Environment.Exit(2);
            }
        }

        return part;
    }

    private sealed class Part
    {
        private long _at;
        private long _since;

        public long At => Interlocked.Read(ref _at);

        public List<(long Input, string Fault)> Faults { get; } = [];

        public long Judged { get; private set; }

        public (TimeSpan Took, long Index) Slowest { get; private set; }

        public bool IsStuck(TimeProvider clock, TimeSpan tooLong) =>
            Interlocked.Read(ref _since) is > 0 and var since && clock.GetElapsedTime(since) > tooLong;

        public void Run(long from, long to, TimeProvider clock)
        {
            var oracle = new Oracle();
            for (var at = from; at < to; at++)
            {
                Interlocked.Exchange(ref _at, at);
                Interlocked.Exchange(ref _since, clock.GetTimestamp());
                var input = FuzzInput.At(at);
                if (oracle.Broken(input) is { } fault)
                {
                    Faults.Add((at, $"{fault}\n    {input.Family}: {input.Text}"));
                }

                var took = clock.GetElapsedTime(Interlocked.Read(ref _since));
                if (took > Slow)
                {
                    Faults.Add((at, $"took {took.TotalSeconds:0} seconds\n    {input.Family}: {input.Text}"));
                }

                Slowest = took > Slowest.Took ? (took, at) : Slowest;
            }

            Judged = oracle.Judged;
        }
    }
}
