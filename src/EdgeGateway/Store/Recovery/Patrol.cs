using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// Walks over the whole store while it works, slowly: rows against their checksums, the lane index against the rows,
/// pictures against their names. Bits turn while nobody reads them, and a backlog may wait for days.
/// </summary>
internal sealed class Patrol(StoreOptions options, Func<StoreConnection> connect, DamageNotice damage, Func<string, bool> checkFile, TimeProvider time, ILogger log)
{
    private const int SliceRows = 500;

    /// <summary>One round after the start and one each day, until the store is disposed or damage is found.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (!damage.Declared)
            {
                await Task.Delay(options.CheckPause, time, ct).ConfigureAwait(false);
                await RoundAsync(options.CheckPause, ct).ConfigureAwait(false);
                await Task.Delay(options.CheckEvery, time, ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e)
        {
            // The patrol is a second look: what stops it must not stop the store.
            StoreLog.PatrolEnded(log, e);
        }
    }

    /// <param name="pause">Between two slices; zero for none.</param>
    /// <param name="ct">Ends the round.</param>
    /// <returns>Rows and files looked at.</returns>
    public async Task<(long Rows, long Files)> RoundAsync(TimeSpan pause, CancellationToken ct)
    {
        using var walk = new TableWalk(connect());
        try
        {
            for (long? after = 0; after is { } at && !damage.Declared; after = walk.Slice(at, SliceRows))
            {
                await PauseAsync(at == 0 ? TimeSpan.Zero : pause, ct).ConfigureAwait(false);
            }
        }
        catch (StoreDamagedException e)
        {
            damage.Declare(e.Cause, e);
        }

        long files = await FilesAsync(pause, ct).ConfigureAwait(false);
        StoreLog.Patrolled(log, walk.Rows, files);
        return (walk.Rows, files);
    }

    private async Task<long> FilesAsync(TimeSpan pause, CancellationToken ct)
    {
        using var media = new MediaReader(connect(), damage);
        long files = 0;
        for (long after = 0; !damage.Declared && media.Pending(after, 1) is [var file]; after = file.Position)
        {
            ct.ThrowIfCancellationRequested();
            checkFile(file.Sha256);
            files++;
            await PauseAsync(pause, ct).ConfigureAwait(false);
        }

        return files;
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken ct) => pause > TimeSpan.Zero ? Task.Delay(pause, time, ct) : Task.CompletedTask;
}
