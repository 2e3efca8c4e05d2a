namespace Planning.Grains.Tests.Support;

/// <summary>Waiting that says what it waited for.</summary>
internal static class Patience
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    public static async Task<T> For<T>(Task<T> what, string description)
    {
        await For((Task)what, description);
        return await what;
    }

    public static async Task For(Task what, string description)
    {
        try
        {
            await what.WaitAsync(Most, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Waited in vain for {description}.");
        }
    }
}
