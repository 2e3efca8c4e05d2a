using Microsoft.Extensions.Logging;

namespace Planning.Grains.Tests.Support;

/// <summary>A log that somebody waits for.</summary>
internal sealed class LogOfOneLine<T> : ILogger<T>
{
    private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first line.</summary>
    public Task<string> Line => _line.Task;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _line.TrySetResult(formatter(state, exception));
}
