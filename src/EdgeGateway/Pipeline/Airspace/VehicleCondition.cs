namespace EdgeGateway.Pipeline.Airspace;

/// <summary>A condition of a vehicle of ours.</summary>
internal abstract class VehicleCondition(VehicleState state, string alarm, string severity, HeldState held, string? name = null) : Condition(alarm, severity, held, name)
{
    protected VehicleState State { get; } = state;

    /// <summary>Looks at it after every fact.</summary>
    public abstract void See(TimeSpan now);

    /// <summary>Looks at it when only time has passed.</summary>
    public virtual void Tick(TimeSpan now)
    {
    }

    /// <summary>The last run left the alarm standing: what spoke for it is believed until something else is told.</summary>
    public virtual void Resume() => Held.Set(true);
}
