namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>A device behind an agent.</summary>
public interface IAgentDevice
{
    /// <summary>Brings its objects to this moment.</summary>
    void Tick(TimeSpan sinceStart);

    /// <summary>What must be told of it; empty where nothing is promised.</summary>
    IReadOnlyList<ShownState> Shows { get; }

    /// <summary>Something happens to it.</summary>
    void Happen(string what, int value);
}
