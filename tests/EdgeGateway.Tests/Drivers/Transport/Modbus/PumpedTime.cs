using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>Lets a fake clock run, step by step and never while nobody waits for it: a stalled machine does not lose time.</summary>
internal static class PumpedTime
{
    public static async Task<T> RunAsync<T>(this FakeTimeProvider time, Task<T> work)
    {
        await time.RunAsync((Task)work);
        return await work;
    }

    public static async Task RunAsync(this FakeTimeProvider time, Task work, int milliseconds = 2)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!work.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Delay(1);
            if (time.Timers > 0)
            {
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            }
        }

        await work;
    }
}
