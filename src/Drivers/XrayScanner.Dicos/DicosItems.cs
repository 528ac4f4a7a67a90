using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Potential threat objects as items of a parcel: one for each opinion in each view.</summary>
internal static class DicosItems
{
    /// <summary>A reading must fit into a message; no detector that is known gives more than a few dozen.</summary>
    public const int Most = 256;

    private static readonly DicosAssessment s_noAssessment = new(null, null, null, null, null);

    public static List<ParcelItem> Of(DicosReport report, ParcelTextRules rules, out List<string> doubts)
    {
        var found = new List<string>();
        var pairs = from threat in report.Threats
                    from assessment in threat.Assessments.DefaultIfEmpty(s_noAssessment)
                    from view in threat.Representations.DefaultIfEmpty(new DicosRepresentation())
                    select (assessment, view);
        var items = pairs.Take(Most + 1).Select(pair => Item(pair.assessment, pair.view, rules, found)).ToList();
        if (items.Count > Most)
        {
            items.RemoveAt(Most);
            found.Add("ITEMS_CUT");
        }

        doubts = found;
        return items;
    }

    private static ParcelItem Item(DicosAssessment assessment, DicosRepresentation view, ParcelTextRules rules, List<string> doubts)
    {
        double? probability = assessment.Probability is { } told && told >= 0 ? told : null;
        if (probability > 1)
        {
            doubts.Add("CONFIDENCE_RANGE");
        }

        if (view.IsPolygonBroken)
        {
            doubts.Add("POLYGON_IGNORED");
        }

        return new ParcelItem(
            Category(assessment, rules),
            assessment.Category,
            assessment.Description,
            probability <= 1 ? probability : null,
            view.ImageInstance,
            view.Box() is { } box ? new ParcelBox(box.X1, box.Y1, box.X2, box.Y2) : null,
            null,
            assessment.IsThreat,
            view.MassG is { } mass && double.IsFinite(mass) && mass >= 0 ? mass : null);
    }

    // Section 4.4: explosives and drugs are told by the category itself, the rest by the words when these say more.
    private static string Category(DicosAssessment assessment, ParcelTextRules rules)
    {
        string byWord = ParcelCategories.OfDicos(assessment.Category);
        return byWord is ParcelCategories.Explosives or ParcelCategories.Drugs ? byWord : rules.Find(assessment.Description) ?? byWord;
    }
}
