using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>The vehicles of one body, several on their way at one time and each with its own end.</summary>
internal sealed class ViidBatch(DriverContext context, ViidPlace place, IReadingSink sink, ViidDocument document, ReadOnlyMemory<byte> raw, ViidPictureMemory? memory = null)
{
    private const int MostUnderWay = 32;
    private const long MostBytesUnderWay = 16 * 1024 * 1024;

    private readonly Queue<Task> _underWay = new();
    private long _bytes;

    /// <returns>A status code a parcel.</returns>
    /// <exception cref="OperationCanceledException">Stopping; some may be safe, none is to be acknowledged.</exception>
    public async Task<IReadOnlyList<int>> StoreAsync(IReadOnlyList<ViidParcel> parcels, CancellationToken ct)
    {
        var ends = new List<Task<int>[]>(parcels.Count);
        foreach (var parcel in parcels)
        {
            var stored = new List<Task<int>>(parcel.Vehicles.Count);
            foreach (var vehicle in parcel.Verdict is null ? parcel.Vehicles : [])
            {
                stored.Add(await BeginAsync(vehicle, ct).ConfigureAwait(false));
            }

            ends.Add(parcel.Verdict is { } verdict ? [Task.FromResult(verdict)] : [.. stored]);
        }

        await Task.WhenAll(ends.SelectMany(tasks => tasks)).ConfigureAwait(false);
        return [.. ends.Select(tasks => tasks.Select(task => task.Result).FirstOrDefault(code => code != ViidStatusCodes.Ok, ViidStatusCodes.Ok))];
    }

    private async ValueTask<Task<int>> BeginAsync(ViidValue vehicle, CancellationToken ct)
    {
        if (!IsVehicle(vehicle))
        {
            context.Watch.Fault(FaultKind.Garbled, "vehicle-empty");
            return Task.FromResult(ViidStatusCodes.JsonContent);
        }

        await MakeRoomAsync().ConfigureAwait(false);
        var reading = ViidCameraMapping.ToReading(vehicle, document, raw, place, context.Time.GetUtcNow());
        memory?.Note(vehicle, reading);
        _bytes += reading.Attachments.Sum(attachment => (long)attachment.Content.Length);
        var end = EmitAsync(reading, ct);
        _underWay.Enqueue(end);
        return end;
    }

    // Nobody waits for one alone: what is decoded is freed together.
    private async ValueTask MakeRoomAsync()
    {
        if (_underWay.Count >= MostUnderWay || _bytes >= MostBytesUnderWay)
        {
            await Task.WhenAll(_underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _underWay.Clear();
            _bytes = 0;
        }
    }

    private async Task<int> EmitAsync(Reading reading, CancellationToken ct)
    {
        try
        {
            await sink.EmitAsync(reading, ct).ConfigureAwait(false);
            return ViidStatusCodes.Ok;
        }
        catch (StoreRefusedException)
        {
            return ViidStatusCodes.Busy;
        }
    }

    private static bool IsVehicle(ViidValue vehicle) =>
        vehicle["MotorVehicleID"].Text is not null || vehicle["PlateNo"].Text is not null || vehicle["PassTime"].Text is not null || vehicle["SubImageList"].Children().Any();
}
