using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Alarms of one vehicle that begin and end: sensors that are not well, batteries that are low (drone.md section 4).</summary>
internal sealed class TroubleDesk
{
    /// <summary>The alarm ends because nothing is said of that battery any more, and not because it is well.</summary>
    public const string NotTold = "NOT_TOLD";

    private const byte Undefined = 0;
    private const byte Charging = 7;
    private const byte Low = 2;

    /// <summary>It is told once a second or so, over links that lose some.</summary>
    private static readonly TimeSpan s_forget = TimeSpan.FromSeconds(60);

    private readonly Vehicle _vehicle;
    private readonly MavlinkTeller _teller;
    private readonly Dictionary<string, Charge> _low = new(StringComparer.Ordinal);

    /// <summary>A contact that chatters is told so often, and its last state in the end.</summary>
    private readonly EventBudget _budget = new(32, 0.5);

    private IReadOnlyList<VehicleAlarm>? _sensors;

    public TroubleDesk(Vehicle vehicle, MavlinkTeller teller)
    {
        (_vehicle, _teller) = (vehicle, teller);
        foreach (var one in teller.Standing(Scope(TroubleAlarms.Battery)).Where(one => one is { Name: not null, Code: not null }))
        {
            _low[one.Name!] = new Charge(one.Code!, teller.Now);
        }
    }

    private string Type => VehicleWords.Type(_vehicle.Signals.Heartbeat.Type);

    public Task TakeAsync(SysStatus status, CancellationToken ct)
    {
        _sensors = [.. SensorWords.Unhealthy(status).Where(SensorWords.IsAlarm).Select(name => TroubleAlarms.OfSensor(_vehicle.System, name, _vehicle.Name, Type))];
        return CompareAsync(TroubleAlarms.Sensor, _sensors, null, ct);
    }

    public Task TakeAsync(BatteryStatus battery, CancellationToken ct)
    {
        string name = VehicleWords.Raw(battery.Id);
        if (battery.ChargeState is >= Low and not Charging)
        {
            _low[name] = new Charge(VehicleWords.Charge(battery.ChargeState)!, _teller.Now);
        }
        else if (battery.ChargeState != Undefined)
        {
            _low.Remove(name);
        }
        else if (_low.TryGetValue(name, out var known))
        {
            // Also what a shorter frame of an older version says: it ends nothing.
            _low[name] = known with { Heard = _teller.Now };
        }

        return CompareAsync(TroubleAlarms.Battery, Batteries(), null, ct);
    }

    /// <summary>Time goes by: what could not be told is, and a battery that is there no more is forgotten.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        await CompareAsync(TroubleAlarms.Sensor, _sensors ?? [.. _teller.Standing(Scope(TroubleAlarms.Sensor))], null, ct).ConfigureAwait(false);
        await CompareAsync(TroubleAlarms.Battery, Batteries(), null, ct).ConfigureAwait(false);
        foreach (var (name, charge) in _low.ToArray())
        {
            if (!_vehicle.IsOnline)
            {
                // Who is not there tells of no battery.
                _low[name] = charge with { Heard = _teller.Now };
            }
            else if (_teller.Now - charge.Heard > s_forget)
            {
                _low.Remove(name);
                await CompareAsync(TroubleAlarms.Battery, Batteries(), NotTold, ct).ConfigureAwait(false);
            }
        }
    }

    private IReadOnlyList<VehicleAlarm> Batteries() =>
        [.. _low.Select(one => TroubleAlarms.OfBattery(_vehicle.System, one.Key, one.Value.Word, _vehicle.Name, Type))];

    /// <summary>One that is worse now has ended as what it was, unless that cannot be told yet.</summary>
    private async Task CompareAsync(string sort, IReadOnlyList<VehicleAlarm> now, string? flag, CancellationToken ct)
    {
        var standing = _teller.Standing(Scope(sort)).ToList();
        var over = standing.Where(one => now.All(other => other.Key != one.Key)).Where(_ => _budget.Take(_teller.Now)).ToList();
        var begun = now.Where(one => standing.TrueForAll(other => other.Key != one.Key)).Where(_ => _budget.Take(_teller.Now)).ToList();
        if (over.Count + begun.Count > 0)
        {
            await _teller.SetAsync(Scope(sort), [.. standing.Except(over), .. begun], MavPlaces.Of(_vehicle.Signals).Position, flag, ct).ConfigureAwait(false);
        }
    }

    private string Scope(string sort) => MavlinkMapping.Scope(sort, _vehicle.System);

    /// <param name="Word">What is told of it.</param>
    /// <param name="Heard">When something was last told of it, on the listener's clock.</param>
    private readonly record struct Charge(string Word, TimeSpan Heard);
}
