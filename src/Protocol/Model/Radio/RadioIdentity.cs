namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>
/// Who or which group, as a radio network names it. Individuals and groups share one space of numbers, so an address
/// without its kind means nothing (pdt-radio.md section 12.1).
/// </summary>
/// <param name="Id">The raw air address, 24 bits; a full TETRA identity with country and network is longer.</param>
/// <param name="Kind"><see cref="Individual"/>, <see cref="Group"/> or <see cref="All"/>.</param>
/// <param name="Number">The user number by the site's rule; null when there is no rule or it does not convert.</param>
public sealed record RadioIdentity(long Id, string Kind, string? Number = null)
{
    public const string Individual = "individual";

    public const string Group = "group";

    public const string All = "all";
}
