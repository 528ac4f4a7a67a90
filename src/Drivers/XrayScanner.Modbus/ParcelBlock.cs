using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>
/// Sequence, decision and bar code of one parcel. They belong together only when one request read them; where the list or the
/// controller does not let that be, they are read again until the sequence is the same before and behind.
/// </summary>
internal sealed class ParcelBlock
{
    private const int Tries = 3;

    private readonly BeltUnitOptions _unit;
    private readonly ModbusPoint? _sequence;
    private readonly ModbusPoint? _decision;
    private readonly ModbusPoint? _barcode;
    private volatile bool _isTogether;

    public ParcelBlock(BeltUnitOptions unit)
    {
        _unit = unit;
        (_sequence, _decision, _barcode) = (Find(BeltPointNames.Sequence), Find(BeltPointNames.Decision), Find(BeltPointNames.Barcode));
    }

    /// <summary>Whether the unit counts parcels.</summary>
    public bool Exists => _sequence is not null;

    /// <summary>First number that the counter cannot say.</summary>
    public long Modulus => _sequence is { Type: ModbusType.U16 or ModbusType.I16 } ? 1L << 16 : 1L << 32;

    /// <returns>What the round says; null when it says nothing of the counter.</returns>
    public ParcelSight? Of(PollRound round)
    {
        ModbusValue? Value(ModbusPoint? point) => round.Points.FirstOrDefault(reading => reading.Point.Name == point?.Name)?.Value;
        return Sight(Value(_sequence), Value(_decision), Value(_barcode), round.At);
    }

    /// <summary>Whether the request that brought the sequence last brought the others too.</summary>
    public bool IsTogether => _isTogether;

    /// <summary>A request was answered.</summary>
    public void Note(byte unit, ModbusArea area, int start, int count)
    {
        bool Covers(ModbusPoint? point) => point is null || (point.Area == area && point.Address >= start && point.End <= start + count);
        if (unit == _unit.Address && _sequence is not null && Covers(_sequence))
        {
            _isTogether = Covers(_decision) && Covers(_barcode);
        }
    }

    /// <summary>Reads them one by one.</summary>
    /// <returns>Null when the unit does not answer, or parcels pass faster than it is read.</returns>
    public async Task<ParcelSight?> ReadAsync(IModbusMaster master, TimeProvider time, CancellationToken ct)
    {
        try
        {
            for (int i = 0; i < Tries; i++)
            {
                var before = await ValueAsync(master, _sequence, ct).ConfigureAwait(false);
                var decision = await ValueIfAnyAsync(master, _decision, ct).ConfigureAwait(false);
                var barcode = await ValueIfAnyAsync(master, _barcode, ct).ConfigureAwait(false);
                var behind = await ValueAsync(master, _sequence, ct).ConfigureAwait(false);
                if (before?.Whole is { } sequence && behind?.Whole == sequence)
                {
                    return Sight(before, decision, barcode, time.GetUtcNow());
                }
            }
        }
        catch (Exception unanswered) when (unanswered is TimeoutException or ModbusRefusedException)
        {
            // The poller counts it and comes back; the parcel still stands there or will have been skipped.
        }

        return null;
    }

    /// <summary>A number below zero is one that an i16 cannot say otherwise.</summary>
    private ParcelSight? Sight(ModbusValue? sequence, ModbusValue? decision, ModbusValue? barcode, DateTimeOffset at) =>
        sequence?.Whole is not { } number ? null
        : new ParcelSight((number + Modulus) % Modulus, (int)(decision?.Raw ?? decision?.Whole ?? 0), barcode?.Text is { Length: > 0 } code ? code : null, at);

    /// <returns>Null also when the controller has no such address: a parcel without a label is one all the same.</returns>
    private async Task<ModbusValue?> ValueIfAnyAsync(IModbusMaster master, ModbusPoint? point, CancellationToken ct)
    {
        try
        {
            return await ValueAsync(master, point, ct).ConfigureAwait(false);
        }
        catch (ModbusRefusedException refused) when (refused.Code is ModbusRefusals.Function or ModbusRefusals.Address or ModbusRefusals.Value)
        {
            return null;
        }
    }

    private async Task<ModbusValue?> ValueAsync(IModbusMaster master, ModbusPoint? point, CancellationToken ct)
    {
        if (point is null)
        {
            return null;
        }

        var read = point.IsBit
            ? ModbusPointReader.Read(point, (await master.ReadBitsAsync(_unit.Address, point.Area, point.Address, 1, ct).ConfigureAwait(false))[0])
            : ModbusPointReader.Read(point, await master.ReadWordsAsync(_unit.Address, point.Area, point.Address, (ushort)point.Size, ct).ConfigureAwait(false));
        return read.Value;
    }

    private ModbusPoint? Find(string name) => _unit.Points.FirstOrDefault(point => point.Name == name);
}
