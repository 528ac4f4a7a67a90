namespace EdgeGateway.Protocol.Dicos;

/// <summary>Takes a threat detection report out of a data set.</summary>
internal static class DicosReports
{
    public static DicosReport Of(DicosFile file, DicosHeader header)
    {
        var data = file.Data;
        return new DicosReport
        {
            Header = header,
            TdrType = data.Text(DicosTags.TdrType),
            Algorithm = data.Texts(DicosTags.Algorithm),
            AlarmDecision = data.Text(DicosTags.AlarmDecision),
            DecisionTime = DicosMoment.Of(data.Text(DicosTags.DecisionTime)),
            TotalObjects = data.Whole(DicosTags.TotalObjects),
            AlarmObjects = data.Whole(DicosTags.AlarmObjects),
            AbortFlag = data.Text(DicosTags.AbortFlag),
            AbortReasons = [.. data.Texts(DicosTags.AbortReason).Where(reason => reason.Length > 0)],
            ProcessingMs = data.Number(DicosTags.ProcessingTime),
            TipType = data.Text(DicosTags.TipType),
            ScreeningDone = data.Text(DicosTags.ScreeningDone),
            ScreeningCriteria = data.Text(DicosTags.ScreeningCriteria),
            Threats = [.. data.Items(DicosTags.Threats).Select(Threat)],
        };
    }

    private static DicosThreat Threat(DicosDataSet item) => new(
        item.Whole(DicosTags.PtoId),
        [.. item.Items(DicosTags.Assessments).Select(Assessment)],
        [.. item.Items(DicosTags.Representations).Select(Representation)]);

    private static DicosAssessment Assessment(DicosDataSet item) => new(
        item.Text(DicosTags.ThreatCategory),
        item.Text(DicosTags.CategoryDescription),
        item.Text(DicosTags.Ability),
        item.Text(DicosTags.AssessmentFlag),
        item.Number(DicosTags.Probability));

    private static DicosRepresentation Representation(DicosDataSet item)
    {
        var image = item.Items(DicosTags.ReferencedInstances).FirstOrDefault();
        var region = item.Items(DicosTags.RegionSequence).FirstOrDefault();
        return new DicosRepresentation
        {
            ImageClass = image?.Text(DicosTags.ReferencedClass),
            ImageInstance = image?.Text(DicosTags.ReferencedInstance),
            Polygon = item.Numbers(DicosTags.Polygon),
            RegionBase = region?.Numbers(DicosTags.RegionBase) ?? [],
            RegionExtents = region?.Numbers(DicosTags.RegionExtents) ?? [],
            RegionMaskBytes = region?.Find(DicosTags.RegionMask)?.Length,
            MassG = item.Number(DicosTags.Mass),
            Density = item.Number(DicosTags.Density),
            AtomicNumber = item.Number(DicosTags.AtomicNumber),
            Volume = item.Number(DicosTags.Volume),
            Location = item.Text(DicosTags.PtoLocation),
        };
    }
}
