namespace EdgeGateway.Uplink.Downlink;

/// <summary>What a platform says of itself on <c>{root}/platform/{name}</c> (contract section 1).</summary>
/// <param name="Online">It takes what gateways send.</param>
/// <param name="Receipts">It sends receipts.</param>
/// <param name="Media">Its receipts name the files it has.</param>
public sealed record Presence(bool Online, bool Receipts, bool Media)
{
    public const int MostBytes = 16 * 1024;

    /// <returns>Null when it cannot be read.</returns>
    public static Presence? Read(ReadOnlyMemory<byte> payload) => payload.Length > MostBytes
        ? null
        : JsonMember.OfObject(payload, static presence => JsonMember.Flag(presence, "online") is { } online
            ? new Presence(online, JsonMember.Flag(presence, "receipts") ?? false, JsonMember.Flag(presence, "media") ?? false)
            : null);
}
