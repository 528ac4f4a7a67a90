namespace EdgeGateway.Protocol.Dicos;

/// <summary>Takes the common part out of a data set.</summary>
internal static class DicosHeaders
{
    public static DicosHeader Of(DicosFile file, string kind, string sopClass, string instance)
    {
        var data = file.Data;
        return new DicosHeader
        {
            Kind = kind,
            SopClass = sopClass,
            SopInstance = instance,
            Maker = data.Text(DicosTags.Maker),
            Model = data.Text(DicosTags.Model),
            Serial = data.Text(DicosTags.Serial),
            Software = data.Texts(DicosTags.Software) is { Count: > 0 } software ? string.Join(' ', software) : null,
            MachineId = data.Text(DicosTags.MachineId),
            MachineLocation = data.Text(DicosTags.MachineLocation),
            OoiId = data.Text(DicosTags.OoiId),
            OoiIdIssuer = data.Text(DicosTags.OoiIdIssuer),
            OoiIdType = data.Text(DicosTags.OoiIdType),
            OoiType = data.Text(DicosTags.OoiType),
            OoiSizeM = data.Numbers(DicosTags.OoiSize),
            ScanInstance = data.Text(DicosTags.ScanInstance),
            ScanId = data.Text(DicosTags.ScanId),
            AcquisitionStatus = data.Text(DicosTags.AcquisitionStatus),
            ScanType = data.Text(DicosTags.ScanType),
            ScanTime = Moment(data, DicosTags.ScanDate, DicosTags.ScanTime) ?? Moment(data, DicosTags.SeriesDate, DicosTags.SeriesTime) ?? Moment(data, DicosTags.AcquisitionDate, DicosTags.AcquisitionTime),
            ContentTime = Moment(data, DicosTags.ContentDate, DicosTags.ContentTime),
            Zone = DicosMoment.ZoneOf(data.Text(DicosTags.ZoneOffset)),
            Version = data.Text(DicosTags.Version),
            Doubts = file.Doubts,
        };
    }

    private static DicosMoment? Moment(DicosDataSet data, DicosTag date, DicosTag time) => DicosMoment.Of(data.Text(date), data.Text(time));
}
