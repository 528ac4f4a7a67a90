namespace EdgeGateway.Commands;

/// <summary>What may be ordered of one device.</summary>
/// <param name="Declared">What its driver can do.</param>
/// <param name="SwitchedOn">What its settings allow; everything else stays off.</param>
public sealed record DeviceAbilities(IReadOnlyCollection<string> Declared, IReadOnlyCollection<string> SwitchedOn);
