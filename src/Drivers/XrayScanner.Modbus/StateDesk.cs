using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Decides when the state of one unit is told: at once when something changed, an alarm when people are in danger, otherwise now and then.</summary>
/// <param name="unit">Its name.</param>
/// <param name="report">Between two periodic states.</param>
/// <param name="standing">Dangers that were told, over restarts.</param>
internal sealed class StateDesk(string unit, TimeSpan report, StandingDangers standing)
{
    public const string QualityChanged = "quality";

    private readonly Dictionary<string, ModbusValue> _told = new(StringComparer.Ordinal);
    private readonly ChangeBudget _budget = new();
    private bool? _toldGood;
    private TimeSpan? _reported;

    /// <param name="view">What is known after this round.</param>
    /// <param name="isGood">Whether it can be believed.</param>
    /// <param name="at">When, by a clock that nobody sets.</param>
    /// <returns>What is to be told, in order; usually nothing.</returns>
    public IEnumerable<StateWord> Take(BeltView view, bool isGood, TimeSpan at)
    {
        if (!view.IsComplete)
        {
            yield break;
        }

        var changed = Changed(view, isGood);
        string[] dangers = [.. Dangers(view)];
        bool isDanger = dangers.Any(danger => !standing.Has(unit, danger));
        if (isDanger || IsDue(changed, at))
        {
            Remember(view, changed, isGood);
            yield return new StateWord(isDanger ? Lane.Alarm : Lane.Event, changed, standing.Set(unit, dangers));
        }

        _reported ??= at;
        if (at - _reported >= report)
        {
            _reported = at;
            yield return new StateWord(Lane.Telemetry, null, false);
        }
    }

    /// <summary>Names that differ from what was told; a point that cannot be read now has not changed.</summary>
    private List<string> Changed(BeltView view, bool isGood)
    {
        var changed = new List<string>();
        if (_toldGood is { } told ? told != isGood : !isGood)
        {
            changed.Add(QualityChanged);
        }

        changed.AddRange(view.Known.Where(name => BeltPointNames.IsState(name) && !Same(_told.GetValueOrDefault(name), view.Of(name)!)));
        return changed;
    }

    private bool IsDue(List<string> changed, TimeSpan at) =>
        changed.Count > 0 && (_told.Count == 0 || changed.Exists(name => !BeltPointNames.IsQuick(name)) || _budget.Take(at));

    private void Remember(BeltView view, List<string> changed, bool isGood)
    {
        _toldGood = isGood;
        foreach (string name in changed.Where(name => name != QualityChanged))
        {
            _told[name] = view.Of(name)!;
        }
    }

    /// <summary>What cannot be read now stands as it stood.</summary>
    private IEnumerable<string> Dangers(BeltView view)
    {
        if (view.Flag(BeltPointNames.EmergencyStop) ?? standing.Has(unit, StandingDangers.EmergencyStop))
        {
            yield return StandingDangers.EmergencyStop;
        }

        bool? isOpen = !view.Flag(BeltPointNames.InterlockClosed) & view.Flag(BeltPointNames.XrayOn);
        if (isOpen ?? standing.Has(unit, StandingDangers.OpenUnderRadiation))
        {
            yield return StandingDangers.OpenUnderRadiation;
        }
    }

    private static bool Same(ModbusValue? told, ModbusValue now) =>
        told is not null && told.Flag == now.Flag && told.Text == now.Text && told.Number.Equals(now.Number);
}

/// <summary>One state to be told.</summary>
/// <param name="Lane">Where.</param>
/// <param name="Changed">Names of what made it; null for a periodic one.</param>
/// <param name="DangersMoved">Whether dangers began or ended with it, which is to be remembered behind it.</param>
internal readonly record struct StateWord(Lane Lane, IReadOnlyList<string>? Changed, bool DangersMoved);
