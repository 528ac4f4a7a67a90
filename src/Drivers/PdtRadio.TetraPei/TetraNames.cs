using System.Security.Cryptography;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>What short data and people are called in readings.</summary>
internal static class TetraNames
{
    private static readonly TimeSpan s_bucket = TimeSpan.FromMinutes(2);

    /// <summary><c>SDS/service/from/to/digest</c>, short identities, the first 16 hex digits of the SHA-256 over the payload.</summary>
    public static string NativeId(PeiSds sds)
    {
        string from = sds.Header.From is { } sender ? FormattableString.Invariant($"{sender.Ssi}") : "-";
        return FormattableString.Invariant($"SDS/{sds.Header.Service}/{from}/{sds.Header.To.Ssi}/{Convert.ToHexStringLower(SHA256.HashData(sds.Data.Span))[..16]}");
    }

    /// <summary>The same words may be said again later: only what comes close together is a repeat.</summary>
    public static string RepeatKey(string native, DateTimeOffset received) =>
        FormattableString.Invariant($"{native}\n{received.UtcTicks / s_bucket.Ticks}");

    /// <param name="target">For whom it was.</param>
    /// <param name="own">The terminal's own number; null when it did not tell.</param>
    /// <returns>A terminal gets what is for itself or for one of its groups.</returns>
    public static RadioIdentity Target(TetraIdentity target, TetraIdentity? own) =>
        new(target.Id, own is null || own.Ssi == target.Ssi ? RadioIdentity.Individual : RadioIdentity.Group);

    public static RadioIdentity? Individual(TetraIdentity? who) => who is null ? null : new RadioIdentity(who.Id, RadioIdentity.Individual);
}
