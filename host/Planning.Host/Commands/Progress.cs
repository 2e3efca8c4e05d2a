using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>A progress bar for work that reports how much is done.</summary>
internal static class Progress
{
    /// <param name="total">What the work will have reported when it is done; above 0.</param>
    public static Task<T> WithAsync<T>(string title, int total, Func<IProgress<int>, Task<T>> work) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: total);
            var result = await work(new Bar(task));
            task.Value = total;
            return result;
        });

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }
}
