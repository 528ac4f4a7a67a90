namespace EdgeGateway.Protocol.Dicos;

/// <summary>Attributes that this product reads (xray.md sections 1.2, 1.5 and 1.7), by the names that DICOS gives them.</summary>
public static class DicosTags
{
    public static readonly DicosTag MetaLength = new(0x00020000);
    public static readonly DicosTag MediaSopClass = new(0x00020002);
    public static readonly DicosTag MediaSopInstance = new(0x00020003);
    public static readonly DicosTag TransferSyntax = new(0x00020010);

    public static readonly DicosTag Charset = new(0x00080005);
    public static readonly DicosTag SopClass = new(0x00080016);
    public static readonly DicosTag SopInstance = new(0x00080018);
    public static readonly DicosTag ScanDate = new(0x00080020);
    public static readonly DicosTag SeriesDate = new(0x00080021);
    public static readonly DicosTag AcquisitionDate = new(0x00080022);
    public static readonly DicosTag ContentDate = new(0x00080023);
    public static readonly DicosTag ScanTime = new(0x00080030);
    public static readonly DicosTag SeriesTime = new(0x00080031);
    public static readonly DicosTag AcquisitionTime = new(0x00080032);
    public static readonly DicosTag ContentTime = new(0x00080033);
    public static readonly DicosTag Modality = new(0x00080060);
    public static readonly DicosTag Maker = new(0x00080070);
    public static readonly DicosTag MachineLocation = new(0x00080080);
    public static readonly DicosTag MachineAddress = new(0x00080081);
    public static readonly DicosTag ZoneOffset = new(0x00080201);
    public static readonly DicosTag MachineId = new(0x00081010);
    public static readonly DicosTag Model = new(0x00081090);
    public static readonly DicosTag ReferencedInstances = new(0x0008114A);
    public static readonly DicosTag ReferencedClass = new(0x00081150);
    public static readonly DicosTag ReferencedInstance = new(0x00081155);

    public static readonly DicosTag OoiId = new(0x00100020);
    public static readonly DicosTag OoiIdIssuer = new(0x00100021);
    public static readonly DicosTag OoiIdType = new(0x00100022);

    public static readonly DicosTag Kvp = new(0x00180060);
    public static readonly DicosTag Serial = new(0x00181000);
    public static readonly DicosTag Software = new(0x00181020);
    public static readonly DicosTag TubeCurrentUa = new(0x00188151);

    public static readonly DicosTag ScanInstance = new(0x0020000D);
    public static readonly DicosTag SeriesInstance = new(0x0020000E);
    public static readonly DicosTag ScanId = new(0x00200010);
    public static readonly DicosTag InstanceNumber = new(0x00200013);

    public static readonly DicosTag Samples = new(0x00280002);
    public static readonly DicosTag Photometric = new(0x00280004);
    public static readonly DicosTag Planar = new(0x00280006);
    public static readonly DicosTag Frames = new(0x00280008);
    public static readonly DicosTag Rows = new(0x00280010);
    public static readonly DicosTag Columns = new(0x00280011);
    public static readonly DicosTag BitsAllocated = new(0x00280100);
    public static readonly DicosTag BitsStored = new(0x00280101);
    public static readonly DicosTag HighBit = new(0x00280102);
    public static readonly DicosTag PixelRepresentation = new(0x00280103);

    public static readonly DicosTag RegionSequence = new(0x40101001);
    public static readonly DicosTag RegionBase = new(0x40101004);
    public static readonly DicosTag RegionExtents = new(0x40101005);
    public static readonly DicosTag RegionMask = new(0x40101006);
    public static readonly DicosTag PtoId = new(0x40101010);
    public static readonly DicosTag Threats = new(0x40101011);
    public static readonly DicosTag ThreatCategory = new(0x40101012);
    public static readonly DicosTag CategoryDescription = new(0x40101013);
    public static readonly DicosTag Ability = new(0x40101014);
    public static readonly DicosTag AssessmentFlag = new(0x40101015);
    public static readonly DicosTag Probability = new(0x40101016);
    public static readonly DicosTag Mass = new(0x40101017);
    public static readonly DicosTag Density = new(0x40101018);
    public static readonly DicosTag AtomicNumber = new(0x40101019);
    public static readonly DicosTag CentreOfMass = new(0x4010101B);
    public static readonly DicosTag Centre = new(0x4010101C);
    public static readonly DicosTag Polygon = new(0x4010101D);
    public static readonly DicosTag AbortReason = new(0x40101021);
    public static readonly DicosTag Volume = new(0x40101023);
    public static readonly DicosTag AbortFlag = new(0x40101024);
    public static readonly DicosTag TdrType = new(0x40101027);
    public static readonly DicosTag Algorithm = new(0x40101029);
    public static readonly DicosTag DecisionTime = new(0x4010102B);
    public static readonly DicosTag AlarmDecision = new(0x40101031);
    public static readonly DicosTag TotalObjects = new(0x40101033);
    public static readonly DicosTag AlarmObjects = new(0x40101034);
    public static readonly DicosTag Representations = new(0x40101037);
    public static readonly DicosTag Assessments = new(0x40101038);
    public static readonly DicosTag TipType = new(0x40101039);
    public static readonly DicosTag Version = new(0x4010103A);
    public static readonly DicosTag OoiType = new(0x40101042);
    public static readonly DicosTag OoiSize = new(0x40101043);
    public static readonly DicosTag AcquisitionStatus = new(0x40101044);
    public static readonly DicosTag ScanType = new(0x40101048);
    public static readonly DicosTag OoiDescription = new(0x40101068);
    public static readonly DicosTag ProcessingTime = new(0x40101069);
    public static readonly DicosTag ScreeningDone = new(0x4010106D);
    public static readonly DicosTag ScreeningCriteria = new(0x4010106E);
    public static readonly DicosTag ScreeningMethod = new(0x4010106F);
    public static readonly DicosTag PtoLocation = new(0x40101078);

    public static readonly DicosTag Pixels = new(0x7FE00010);

    public static readonly DicosTag Item = new(0xFFFEE000);
    public static readonly DicosTag ItemEnd = new(0xFFFEE00D);
    public static readonly DicosTag SequenceEnd = new(0xFFFEE0DD);
}
