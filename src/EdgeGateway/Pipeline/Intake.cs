using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Pipeline;

/// <summary>
/// The way every reading takes from a driver to the disk. Nothing waits here before the store has seen the reading,
/// so overlapping calls keep their order; the store is the brake when the disk is slow.
/// </summary>
/// <param name="normaliser">Adds what only the site knows.</param>
/// <param name="envelope">Writes the event.</param>
/// <param name="store">Where it goes.</param>
/// <param name="plates">Marks plate readings; null leaves them as they are.</param>
public sealed class Intake(Normaliser normaliser, ReadingEnvelope envelope, IReadingStore store, PlateStage? plates = null)
{
    /// <summary>Completes when the reading is committed and synced, or was safe before because the device repeats itself.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async ValueTask<Emitted> TakeAsync(Reading reading, DeviceFacts facts, CancellationToken ct)
    {
        var normal = normaliser.Apply(reading, facts);
        normal = plates?.Apply(normal, facts) ?? normal;
        var appended = await store.AppendAsync(
            new PendingReading
            {
                Lane = normal.Lane,
                Device = normal.Device,
                Kind = normal.Body.Kind,
                Received = normal.Received,
                Tail = envelope.Tail(normal),
                NativeKey = NativeKey.Of(normal),
                Attachments = normal.Attachments,
            },
            ct).ConfigureAwait(false);
        return new Emitted(appended.Seq, appended.Duplicate);
    }

    /// <summary>Counts readings that the store refused and that their device does not send again.</summary>
    /// <exception cref="StoreRefusedException">It still refuses; report them again.</exception>
    public Task ReportLossAsync(string device, Lane lane, long count) =>
        store.ReportLossAsync(new Loss(device, lane, count, GapCauses.Refused, "told once while the store took nothing"), CancellationToken.None);
}
