using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>How a service is, by the table of kiosk.md section 2.4.</summary>
/// <param name="Health">A word of <see cref="KioskWords"/>.</param>
/// <param name="Severity"><c>critical</c>, <c>major</c>, <c>minor</c>, <c>info</c>; null when all is well.</param>
/// <param name="IsBusy">True while it works.</param>
/// <param name="Parts">States of its parts in the device's own words.</param>
/// <param name="Raw">Words that no table has: a path, a colon, the word.</param>
public sealed record XfsHealth(string Health, string? Severity, bool IsBusy, IReadOnlyList<KioskPart> Parts, IReadOnlyList<string> Raw)
{
    /// <param name="status">All that is known of it.</param>
    /// <param name="storage">Null where it has none.</param>
    /// <param name="isMaintenance">True while a technician has the kiosk, as another of its services says; this one's own word counts too.</param>
    /// <param name="isExpected">True for a device that the configuration names: then its absence is trouble.</param>
    public static XfsHealth Of(XfsTree status, XfsStorage? storage = null, bool isMaintenance = false, bool isExpected = true) =>
        XfsJudgement.Of(status, storage, isMaintenance, isExpected);

    /// <returns>True while the status itself says that somebody works at the kiosk: vendor mode, or an exchange.</returns>
    public static bool IsMaintenance(XfsTree status) => status.Is("common.exchange", "active") || status.Is("vendorMode.service", "active");
}
