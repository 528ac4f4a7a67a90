using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Store;

namespace EdgeGateway.Pipeline;

/// <summary>
/// The way every reading takes from a driver to the disk. Nothing waits here before the store has seen the reading,
/// so overlapping calls keep their order; the store is the brake when the disk is slow. A plate that somebody looks for is an
/// alarm in front of its reading: a crash between the two leaves the alarm. Only while the hot lists are loaded, at the
/// start, readings wait here, in their order: none is acknowledged that was not looked for.
/// </summary>
public sealed class Intake
{
    private readonly Normaliser _normaliser;
    private readonly ReadingEnvelope _envelope;
    private readonly IReadingStore _store;
    private readonly PlateStage? _plates;
    private readonly IPlateWatch? _watch;
    private readonly ParcelStage? _parcels;
    private readonly StartGate? _start;

    /// <param name="normaliser">Adds what the site knows.</param>
    /// <param name="envelope">Writes readings.</param>
    /// <param name="store">Where they go.</param>
    /// <param name="plates">Marks plate readings; null leaves them as they are.</param>
    /// <param name="watch">Who looks for plates; null when nobody does.</param>
    /// <param name="parcels">Joins what is told of parcels; null leaves it as it is.</param>
    public Intake(Normaliser normaliser, ReadingEnvelope envelope, IReadingStore store, PlateStage? plates = null, IPlateWatch? watch = null, ParcelStage? parcels = null)
    {
        (_normaliser, _envelope, _store, _plates, _watch, _parcels) = (normaliser, envelope, store, plates, watch, parcels);
        if (watch is { Ready.IsCompleted: false })
        {
            _start = new StartGate();
            _ = OpenAsync(watch.Ready, _start);
        }
    }

    /// <summary>Completes when the reading, and every alarm of it, is committed and synced, or was safe before because the device repeats itself.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public ValueTask<Emitted> TakeAsync(Reading reading, DeviceFacts facts, CancellationToken ct)
    {
        var normal = _normaliser.Apply(reading, facts);
        normal = _plates?.Apply(normal, facts) ?? normal;
        if (normal.Body is ParcelInspectionBody && _parcels is not null)
        {
            return TakeParcelAsync(_parcels, normal, ct);
        }

        return _start is null || _start.IsOpen ? PassAsync(normal, ct) : _start.PassAsync(() => PassAsync(normal, ct));
    }

    /// <summary>Counts readings that the store refused and that their device does not send again.</summary>
    /// <exception cref="StoreRefusedException">It still refuses; report them again.</exception>
    public Task ReportLossAsync(string device, Lane lane, long count) =>
        _store.ReportLossAsync(new Loss(device, lane, count, GapCauses.Refused, "told once while the store took nothing"), CancellationToken.None);

    private static async Task OpenAsync(Task ready, StartGate start)
    {
        await ready.ConfigureAwait(false);
        start.Open();
    }

    private async ValueTask<Emitted> TakeParcelAsync(ParcelStage parcels, Reading normal, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return parcels.TakeAsync(normal) is { } joined
            ? await joined.WaitAsync(ct).ConfigureAwait(false)
            : await AppendAsync(parcels.Alone(normal), NativeKey.Of(normal), ct).ConfigureAwait(false);
    }

    private ValueTask<Emitted> PassAsync(Reading normal, CancellationToken ct)
    {
        var hits = _watch?.Look(normal) ?? [];
        return hits.Count == 0 ? AppendAsync(normal, NativeKey.Of(normal), ct) : AppendBehindAsync(hits, normal, ct);
    }

    private async ValueTask<Emitted> AppendBehindAsync(IReadOnlyList<PlateHit> hits, Reading normal, CancellationToken ct)
    {
        // All are handed over before anything is waited for: that is their order on disk. An alarm is not taken back when its device leaves.
        List<Task> alarms = [.. hits.Select(hit => hit.Told), .. hits.Select(hit => AppendAsync(hit.Reading, hit.Key, CancellationToken.None).AsTask())];
        var reading = AppendAsync(normal, NativeKey.Of(normal), ct).AsTask();
        var all = Task.WhenAll([.. alarms, reading]);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (reading.IsCompletedSuccessfully && alarms.Find(static alarm => alarm.IsFaulted) is { } refused)
        {
            throw new StoreRefusedException("the disk did not take an alarm", refused.Exception) { OnlyAlarm = true };
        }

        await all.ConfigureAwait(false);
        return await reading.ConfigureAwait(false);
    }

    private async ValueTask<Emitted> AppendAsync(Reading normal, UInt128? key, CancellationToken ct)
    {
        var appended = await _store.AppendAsync(PendingReading.Of(normal, _envelope) with { NativeKey = key }, ct).ConfigureAwait(false);
        return new Emitted(appended.Seq, appended.Duplicate);
    }
}
