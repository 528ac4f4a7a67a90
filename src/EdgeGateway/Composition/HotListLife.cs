using EdgeGateway.Commands.HotList;
using EdgeGateway.Pipeline.HotList;

namespace EdgeGateway.Composition;

/// <summary>What goes on beside the matching: damage is told once it is known, signed lists are taken.</summary>
public sealed class HotListLife(HotListBook book, HotListAudit audit, ListImporter? importer) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync();

    /// <summary>A list that is being taken is given up; the one before stays.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        await book.Ready.WaitAsync(_stop.Token).ConfigureAwait(false);
        foreach (var damage in book.Damages)
        {
            await audit.DamagedAsync(damage).ConfigureAwait(false);
        }

        if (importer is not null)
        {
            await importer.RunAsync(_stop.Token).ConfigureAwait(false);
        }
    }
}
