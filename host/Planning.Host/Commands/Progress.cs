using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>A progress bar for work that reports how much is done.</summary>
internal static class Progress
{
    /// <param name="total">Nothing when it is not known; then the count is shown.</param>
    public static Task<T> WithAsync<T>(string title, Func<IProgress<int>, Task<T>> work, int? total = null) => AnsiConsole.Progress()
        .Columns(
            new TaskDescriptionColumn(),
            total is null ? new SpinnerColumn() : new ProgressBarColumn(),
            total is null ? new TaskDescriptionColumn() : new PercentageColumn(),
            new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: total ?? 1);
            task.IsIndeterminate = total is null;
            var result = await work(new Bar(task, title, total));
            task.Value = task.MaxValue;
            return result;
        });

    private sealed class Bar(ProgressTask task, string title, int? total) : IProgress<int>
    {
        public void Report(int value)
        {
            if (total is null)
            {
                task.Description = Markup.Escape($"{title}: {value}");
            }
            else
            {
                task.Value = value;
            }
        }
    }
}
