using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>
/// Reads the points of one unit and one interval. A unit refuses a block as a whole when one address in it does not exist: its points
/// are then asked one by one, those that are refused are remembered, and the others are put together again as far as that goes.
/// </summary>
internal sealed class GroupReader(IModbusMaster master, BusUnit unit, IReadOnlyList<ModbusPoint> points, BusLimits limits, TimeProvider time)
{
    private readonly HashSet<ModbusPoint> _refused = new(ReferenceEqualityComparer.Instance);
    private List<PointBlock> _blocks = BlockPlanner.Plan(points, limits, BlockStage.Merged);
    private long? _refusedAt;

    /// <summary>In the order of the unit's list.</summary>
    public IReadOnlyList<ModbusPoint> Points => points;

    /// <summary>One round.</summary>
    /// <returns>What became of each point; null when the unit does not answer.</returns>
    public async Task<IReadOnlyDictionary<ModbusPoint, PointOutcome>?> ReadAsync(CancellationToken ct)
    {
        Renew();
        var found = new Dictionary<ModbusPoint, PointOutcome>(ReferenceEqualityComparer.Instance);
        bool answered = false;

        // Those that were answered last time go first: a block that the unit passes over in silence is not mistaken for a dead unit.
        foreach (var block in _blocks.OrderBy(block => block.Silences).ToArray())
        {
            if (block.Silences > 0 && time.GetTimestamp() < block.AloneUntil)
            {
                continue;
            }

            if (await TryAsync(block, found, ct).ConfigureAwait(false))
            {
                (answered, block.Silences) = (true, 0);
            }
            else if (!answered)
            {
                block.Silences++;
                return null;
            }
            else
            {
                LeaveAlone(block);
            }
        }

        return points.ToDictionary(point => point, point => found.GetValueOrDefault(point, _refused.Contains(point) ? PointOutcome.Refused : PointOutcome.Bad), (IEqualityComparer<ModbusPoint>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>What was refused may have been configured meanwhile.</summary>
    private void Renew()
    {
        if (_refusedAt is { } at && time.GetElapsedTime(at) >= limits.RefusedRetry)
        {
            _refusedAt = null;
            _refused.Clear();
            _blocks = BlockPlanner.Plan(points, limits, BlockStage.Merged);
        }
    }

    private void LeaveAlone(PointBlock block)
    {
        var wait = limits.BackOff[Math.Min(block.Silences, limits.BackOff.Count - 1)];
        block.AloneUntil = time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);
        block.Silences++;
    }

    /// <returns>False when the unit does not answer.</returns>
    private async Task<bool> TryAsync(PointBlock block, Dictionary<ModbusPoint, PointOutcome> found, CancellationToken ct)
    {
        try
        {
            await ReadAsync(block, found, ct).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (ModbusRefusedException refusal) when (refusal.Code is ModbusRefusals.GatewayPath or ModbusRefusals.GatewaySilent)
        {
            return false;
        }
        catch (ModbusRefusedException refusal) when (refusal.Code is ModbusRefusals.Function or ModbusRefusals.Address or ModbusRefusals.Value)
        {
            _refusedAt ??= time.GetTimestamp();
            return await SplitAsync(block, found, ct).ConfigureAwait(false);
        }
        catch (ModbusRefusedException)
        {
            // Busy or broken inside, for now: bad in this round.
            return true;
        }
    }

    private async Task<bool> SplitAsync(PointBlock block, Dictionary<ModbusPoint, PointOutcome> found, CancellationToken ct)
    {
        _blocks.Remove(block);
        if (block.Points.Count == 1)
        {
            _refused.Add(block.Points[0]);
            return true;
        }

        foreach (var single in BlockPlanner.Plan(block.Points, limits, BlockStage.Single))
        {
            if (!await TryAsync(single, found, ct).ConfigureAwait(false))
            {
                _blocks.Add(block);
                return false;
            }
        }

        var next = block.Stage == BlockStage.Merged ? BlockStage.Adjacent : BlockStage.Single;
        _blocks.AddRange(BlockPlanner.Plan(block.Points.Where(point => !_refused.Contains(point)), limits, next));
        return true;
    }

    private async Task ReadAsync(PointBlock block, Dictionary<ModbusPoint, PointOutcome> found, CancellationToken ct)
    {
        if (block.Points[0].IsBit)
        {
            bool[] bits = await master.ReadBitsAsync(unit.Address, block.Area, block.Start, (ushort)block.Count, ct).ConfigureAwait(false);
            foreach (var point in block.Points)
            {
                found[point] = PointOutcome.Of(ModbusPointReader.Read(point, bits[point.Address - block.Start]));
            }

            return;
        }

        ushort[] words = await master.ReadWordsAsync(unit.Address, block.Area, block.Start, (ushort)block.Count, ct).ConfigureAwait(false);
        foreach (var point in block.Points)
        {
            found[point] = PointOutcome.Of(ModbusPointReader.Read(point, words.AsSpan(point.Address - block.Start, point.Size)));
        }
    }
}
