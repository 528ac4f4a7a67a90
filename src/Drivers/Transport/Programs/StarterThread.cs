using System.Collections.Concurrent;
using System.Diagnostics;

namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>
/// The one thread that starts programs. The kernel tells a child of its parent's death when the thread that made it ends
/// (prctl(2), PR_SET_PDEATHSIG), and threads of the pool end when there is little to do: this one lives as long as the process.
/// </summary>
internal static class StarterThread
{
    private static readonly Lazy<BlockingCollection<Action>> s_orders = new(Begin);

    /// <exception cref="System.ComponentModel.Win32Exception">Not to be run.</exception>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        s_orders.Value.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var orders = new BlockingCollection<Action>();
        var thread = new Thread(() =>
        {
            foreach (var order in orders.GetConsumingEnumerable())
            {
                order();
            }
        })
        {
            IsBackground = true,
            Name = "program starter",
        };
        thread.Start();
        return orders;
    }
}
