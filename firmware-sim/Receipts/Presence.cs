namespace EdgeGateway.Sim.Receipts;

/// <summary>Retained at <c>{root}/platform/{name}</c> (contract section 1); with <c>online</c> false it is the will.</summary>
/// <param name="Online">Somebody is there.</param>
/// <param name="Receipts">Sends receipts.</param>
/// <param name="Time">When it was said; of a will, when this start began.</param>
/// <param name="Instance">Another one with each start, so that a late will of an earlier start is recognised.</param>
public sealed record Presence(bool Online, bool Receipts, DateTimeOffset Time, string Instance)
{
    /// <summary>Its receipts name the files it has.</summary>
    public bool Media { get; init; } = true;
}
