namespace EdgeGateway.Sim.Kiosks;

/// <summary>What a customer can come for (kiosk.md section 3.2), and how it goes.</summary>
/// <param name="Code">Of the catalogue or of the site.</param>
/// <param name="Steps">In their order.</param>
/// <param name="FeeFen">0 for what costs nothing.</param>
/// <param name="OnA4">Prints on A4; else a receipt.</param>
/// <param name="IssuesCard">Uses up a blank card.</param>
internal sealed record KioskBusiness(string Code, IReadOnlyList<string> Steps, long FeeFen = 0, bool OnA4 = false, bool IssuesCard = false)
{
    private static readonly string[] s_apply = ["identify", "capture", "verify", "confirm", "pay", "print", "collect"];
    private static readonly string[] s_card = ["identify", "verify", "pay", "write-chip", "issue", "print", "collect"];
    private static readonly string[] s_form = ["identify", "verify", "confirm", "print", "collect"];
    private static readonly string[] s_pickup = ["identify", "verify", "issue", "collect"];

    /// <summary>The eighteen of the catalogue.</summary>
    public static readonly IReadOnlyList<KioskBusiness> Catalogue =
    [
        new("id.renew-expired", s_apply, 2_000), new("id.replace-damaged", s_apply, 4_000), new("id.reissue-lost", s_apply, 4_000), new("id.pickup", s_pickup),
        new("tempid.issue", s_card, 1_000, IssuesCard: true), new("residence-permit.endorse", s_form), new("register-page.print", s_form, OnA4: true), new("no-crime-certificate.print", s_form, OnA4: true),
        new("hkm.endorse", s_card, 1_500, IssuesCard: true), new("passport.preaccept", s_form, OnA4: true), new("hkm.preaccept", s_form, OnA4: true), new("tw.preaccept", s_form, OnA4: true),
        new("fee.pay", s_apply, 12_000), new("doc.pickup", s_pickup),
        new("licence.renew", s_card, 1_000, IssuesCard: true), new("licence.replace", s_card, 1_000, IssuesCard: true), new("violation.settle", s_apply, 20_000), new("inspection-mark.print", s_form),
    ];

    /// <summary>What no catalogue knows.</summary>
    public static readonly IReadOnlyList<KioskBusiness> Others = [new("gd.travel-card", s_form), new("x-77", s_apply, 500)];
}
