using System.Threading.Channels;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// What came in and waits for the disk, apart from the receiver, so that a slow disk keeps nobody from hearing
/// acknowledgements. Bounded: what does not fit is not taken, hence not acknowledged, and the peer sends it again.
/// </summary>
/// <typeparam name="T">One piece of work.</typeparam>
/// <param name="handle">Begins in the order of arrival; what it throws ends the work.</param>
public sealed class InboundWork<T>(Func<T, CancellationToken, Task> handle)
{
    /// <summary>Pieces that are handled at one time; as many again may wait.</summary>
    public const int Most = 64;

    private readonly Channel<T> _waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly SemaphoreSlim _room = new(Most, Most);

    /// <returns>False when there is no room.</returns>
    public bool TryTake(T piece) => _waiting.Writer.TryWrite(piece);

    /// <summary>Works until it is stopped or a piece fails, then waits until nothing is under way.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var piece in _waiting.Reader.ReadAllAsync(ct).ConfigureAwait(false))
            {
                await _room.WaitAsync(ct).ConfigureAwait(false);
                _ = HandleAsync(piece, ct);
            }
        }
        finally
        {
            for (int i = 0; i < Most; i++)
            {
                await _room.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task HandleAsync(T piece, CancellationToken ct)
    {
        try
        {
            await handle(piece, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: what is not safe was not acknowledged.
        }
        catch (Exception error)
        {
            // Ends the work, and with it the conversation, instead of being seen by nobody.
            _waiting.Writer.TryComplete(error);
        }
        finally
        {
            _room.Release();
        }
    }
}
