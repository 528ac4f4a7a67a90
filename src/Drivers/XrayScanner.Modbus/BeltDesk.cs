using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>One controller: takes its rounds and decides what is told.</summary>
internal sealed class BeltDesk
{
    private readonly DriverContext _context;
    private readonly IModbusMaster _master;
    private readonly BeltMemory _memory;
    private readonly BeltTeller _teller;
    private readonly StateDesk _state;
    private readonly HeartbeatWatch _heartbeat;
    private readonly ParcelBlock _block;
    private readonly ParcelCount _count;
    private TaskCompletionSource<BeltSnapshot> _next = NewTurn();
    private readonly long _begun;
    private BeltSnapshot? _latest;
    private bool _wasStuck;

    public BeltDesk(DriverContext context, XrayModbusOptions options, BeltUnitOptions unit, IModbusMaster master, BeltMemory memory, BeltTeller teller)
    {
        (_context, _master, _memory, _teller, Unit) = (context, master, memory, teller, unit);
        _begun = context.Time.GetTimestamp();
        Bus = new BusUnit(unit.Name, unit.Address, unit.Points);
        View = new BeltView(unit.Points);
        _state = new StateDesk(unit.Name, options.Report, memory.Dangers);
        _heartbeat = new HeartbeatWatch(options.HeartbeatStuck);
        _block = new ParcelBlock(unit);
        _count = new ParcelCount(new ParcelRules(unit.Name, _block.Modulus, options.MostSkipped, options.DecisionWait), memory.Marks.Find(unit.Name));
    }

    public BeltUnitOptions Unit { get; }

    /// <summary>A request on the bus was answered.</summary>
    public void Note(byte unit, ModbusArea area, int start, int count) => _block.Note(unit, area, start, count);

    public BusUnit Bus { get; }

    public BeltView View { get; }

    /// <summary>It has not answered yet, or does not any more. Read from beside the rounds.</summary>
    public bool IsSilent { get; private set; } = true;

    private TimeSpan Uptime => _context.Time.GetElapsedTime(_begun);

    /// <summary>It answers, and what it answers is of now.</summary>
    public bool IsGood => !View.IsDead && !_heartbeat.IsStuck;

    /// <summary>The parcel first: its alarm shall not wait behind measurements.</summary>
    public async ValueTask TakeAsync(PollRound round, CancellationToken ct)
    {
        View.Take(round);
        IsSilent = View.IsDead;
        WatchHeartbeat(round);
        if (!View.IsDead)
        {
            _context.Watch.Heard();
            await TakeParcelAsync(round, ct).ConfigureAwait(false);
        }

        foreach (var word in _state.Take(View, IsGood, Uptime))
        {
            var reading = XrayModbusMapping.State(_context.Device, Unit.Name, View, word, IsGood, round.At);
            await _teller.AddAsync(word.DangersMoved ? _memory.WithDangers(reading) : new BeltItem(reading, null, null), ct).ConfigureAwait(false);
        }

        if (round.Points.Any(reading => reading.Point.Name == BeltPointNames.BeltForward))
        {
            Volatile.Write(ref _latest, BeltSnapshot.Of(Unit, View, IsGood));
            Interlocked.Exchange(ref _next, NewTurn()).SetResult(_latest!);
        }
    }

    /// <summary>The belt as it was read last; null before the first time.</summary>
    public BeltSnapshot? Latest => Volatile.Read(ref _latest);

    /// <summary>Completes with the belt as it is read next.</summary>
    public Task<BeltSnapshot> NextAsync(CancellationToken ct) => Volatile.Read(ref _next).Task.WaitAsync(ct);

    private static TaskCompletionSource<BeltSnapshot> NewTurn() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void WatchHeartbeat(PollRound round)
    {
        if (View.IsDead)
        {
            _heartbeat.Forget();
        }
        else if (round.Points.FirstOrDefault(reading => reading.Point.Name == BeltPointNames.Heartbeat) is { } beat)
        {
            _heartbeat.See(beat.Value?.Raw ?? beat.Value?.Whole, Uptime);
        }

        if (_heartbeat.IsStuck && !_wasStuck)
        {
            _context.Watch.Fault(FaultKind.Silent, "heartbeat-stuck");
        }

        _wasStuck = _heartbeat.IsStuck;
    }

    private async ValueTask TakeParcelAsync(PollRound round, CancellationToken ct)
    {
        if (!_block.Exists || _block.Of(round) is not { } sight)
        {
            return;
        }

        if (!_block.IsTogether && !_count.Knows(sight))
        {
            if (await _block.ReadAsync(_master, _context.Time, ct).ConfigureAwait(false) is not { } again)
            {
                return;
            }

            sight = again;
        }

        var before = _count.Mark;
        var told = _count.See(sight).ToList();
        if (round.Points.FirstOrDefault(reading => reading.Point.Name == BeltPointNames.OperatorDecision)?.Value is { } said
            && _count.SeeOperator((int)(said.Raw ?? said.Whole ?? 0), sight.Sequence, sight.At) is { } decided)
        {
            told.Add(decided);
        }

        LogRestart(before);
        await TellAsync(told, before, ct).ConfigureAwait(false);
    }

    private async ValueTask TellAsync(IReadOnlyList<ParcelStatement> told, ParcelMark? before, CancellationToken ct)
    {
        var remembered = before;
        foreach (var statement in told)
        {
            if (remembered?.Generation != statement.Mark.Generation)
            {
                // First of all: what follows carries the new generation in its names, and must find it again after a crash.
                var begun = statement.Mark with { Last = statement.Sequence - 1, Label = remembered?.Label, Repeated = remembered?.Repeated };
                await _teller.AddAsync(_memory.Mark(Unit.Name, begun, null), ct).ConfigureAwait(false);
            }

            remembered = statement.Mark;
            await _teller.AddAsync(_memory.Mark(Unit.Name, statement.Mark, XrayModbusMapping.Parcel(_context.Device, Unit.Name, statement)), ct).ConfigureAwait(false);
        }

        if (_count.Mark is { } now && now != remembered)
        {
            await _teller.AddAsync(_memory.Mark(Unit.Name, now, null), ct).ConfigureAwait(false);
        }
    }

    private void LogRestart(ParcelMark? before)
    {
        if (before is { } was && _count.Mark is { } now && was.Generation != now.Generation)
        {
            _context.Watch.Fault(FaultKind.Ended, "counter-restarted");
            BeltLog.CounterBegan(_context.Log, _context.Device, Unit.Name, now.Generation);
        }
    }
}
