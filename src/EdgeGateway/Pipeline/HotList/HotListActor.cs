namespace EdgeGateway.Pipeline.HotList;

/// <summary>Who changes a list, for the audit trail.</summary>
/// <param name="What"><c>hotlist.put</c>, <c>hotlist.remove</c> or <c>hotlist.replace</c>.</param>
/// <param name="CommandId">The command, or the id inside a signed file.</param>
/// <param name="Issuer">As the command or file says; a library's device id.</param>
/// <param name="KeyId">The key whose signature was good; null for a library.</param>
/// <param name="Name">Name of the file; null when there is none.</param>
public sealed record HotListActor(string What, string? CommandId = null, string? Issuer = null, string? KeyId = null, string? Name = null)
{
    public const string Put = "hotlist.put";
    public const string Remove = "hotlist.remove";
    public const string Replace = "hotlist.replace";
}
