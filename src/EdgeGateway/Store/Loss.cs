using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store;

/// <summary>Readings that a device told and that never got into the store.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Lane">Alarm, event or telemetry.</param>
/// <param name="Count">How many, from 1 to 1,000,000,000.</param>
/// <param name="Cause">A word of <see cref="GapCauses"/>.</param>
/// <param name="Note">What a person should know.</param>
public sealed record Loss(string Device, Lane Lane, long Count, string Cause, string? Note);
