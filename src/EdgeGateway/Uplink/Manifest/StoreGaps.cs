using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>What the store knows of numbers that never travel.</summary>
public sealed class StoreGaps(IGapLedger ledger) : ISettledGaps, IGapAnswers
{
    public IReadOnlyList<(long First, long Last)> Gaps(string epoch, long first, long last) => ledger.Absent(epoch, first, last);

    public Task StatedAsync(string epoch, long upTo, CancellationToken ct) => ledger.StatedAsync(epoch, upTo, ct);

    public ValueTask ForgottenAsync(string epoch, long first, long last, CancellationToken ct) => new(ledger.AnswerForgottenAsync(epoch, first, last, ct));
}
