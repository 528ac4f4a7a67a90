using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Inspections;

/// <summary>The scanner posts each message and trusts nothing but a 200.</summary>
/// <param name="target">The gateway's inbox, with device and token.</param>
/// <param name="contentType">Of every body.</param>
public sealed class PushInspectionWire(Uri target, string contentType) : IInspectionWire
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly PostLink _link = new(target);

    public void Start()
    {
    }

    public async Task<string> TellAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_patience);
        try
        {
            int status = await _link.PostAsync(_link.Head(contentType, bytes.Length, close: false), bytes, limit.Token).ConfigureAwait(false);
            return FormattableString.Invariant($"{status}");
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return TruthLine.None;
        }
    }

    public async Task CutInsideAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        await _link.CutAfterAsync((byte[])[.. _link.Head(contentType, bytes.Length, close: false), .. bytes.Span[..(bytes.Length / 2)]], ct).ConfigureAwait(false);

    public void Drop() => _link.Drop();

    public ValueTask DisposeAsync()
    {
        _link.Dispose();
        return ValueTask.CompletedTask;
    }
}
