namespace EdgeGateway.Sim.Radio;

/// <summary>Who does what when: registrations, reports, texts, calls of all radios, in the order of their times.</summary>
public sealed class RadioRota
{
    private readonly PriorityQueue<RadioTurn, (DateTimeOffset Due, long Order)> _turns = new();
    private long _order;

    public RadioRota(RadioPlan plan, IReadOnlyList<RadioUnit> units)
    {
        for (int i = 0; i < units.Count; i++)
        {
            double share = (i + 1.0) / units.Count;
            Add(plan.Start + TimeSpan.FromMilliseconds(20 * i), units[i], RadioDeed.Register, plan.Profile.Registers);
            Add(plan.Start + (share * plan.Profile.ReportEvery), units[i], RadioDeed.Report, plan.Profile.ReportEvery > TimeSpan.Zero);
            Add(plan.Start + (share * plan.Profile.TextEvery), units[i], RadioDeed.Text, plan.Profile.TextEvery > TimeSpan.Zero);
            Add(plan.Start + (share * plan.Profile.CallEvery), units[i], RadioDeed.Call, plan.Profile.CallEvery > TimeSpan.Zero);
        }
    }

    /// <summary>When somebody does something next; never when nobody does.</summary>
    public DateTimeOffset Next => _turns.TryPeek(out _, out var at) ? at.Due : DateTimeOffset.MaxValue;

    public void Add(DateTimeOffset due, RadioUnit unit, RadioDeed deed, bool does = true)
    {
        if (does)
        {
            _turns.Enqueue(new RadioTurn(unit, deed, due), (due, _order++));
        }
    }

    public RadioTurn Take() => _turns.Dequeue();
}

/// <summary>What a radio does by itself.</summary>
public enum RadioDeed
{
    Register,
    Report,
    Text,
    Call,
    HangUp,
}

/// <summary>One radio's turn.</summary>
public readonly record struct RadioTurn(RadioUnit Unit, RadioDeed Deed, DateTimeOffset Due);
