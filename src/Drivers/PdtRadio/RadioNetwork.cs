using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What the devices of one radio network share: a report through two of them is one report (pdt-radio.md section 15, Q3).</summary>
public sealed class RadioNetwork(TimeProvider time)
{
    /// <summary>Under which a device remembers the emergencies that stand.</summary>
    public const string EmergenciesName = "emergencies";

    public RepeatWindow Repeats { get; } = new(time);

    public PresenceRegister Presence { get; } = new(time);

    public EmergencyWatch Emergencies { get; } = new();

    /// <summary>By device: each remembers the emergencies of all.</summary>
    internal ConcurrentDictionary<string, IDeviceMemory> Memories { get; } = new(StringComparer.Ordinal);

    /// <summary>One sign of an emergency is judged when the one before is safe: several signs are one emergency however slow the disk is.</summary>
    public Turn EmergencyTurn { get; } = new();
}
