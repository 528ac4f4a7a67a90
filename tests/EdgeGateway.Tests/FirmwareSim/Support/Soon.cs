namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>Waits for a condition, with an end.</summary>
internal static class Soon
{
    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"never: {what}");
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
