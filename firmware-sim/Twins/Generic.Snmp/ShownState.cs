namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>How one thing of a device is, as whoever asks must tell it.</summary>
/// <param name="Kind">Of the reading.</param>
/// <param name="Thing">Which one.</param>
/// <param name="Facts">As <see cref="Ledger.TruthLine.Facts"/>; <c>module</c> and, where there is one, <c>name</c> say which thing it is.</param>
public sealed record ShownState(string Kind, string Thing, IReadOnlyDictionary<string, string> Facts);
