using System.Diagnostics;

namespace EdgeGateway.Tests.Support;

/// <summary>Waits for what other threads must make true.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"never happened: {what}");
            await Task.Delay(1);
        }
    }
}
