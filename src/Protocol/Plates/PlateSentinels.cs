namespace EdgeGateway.Protocol.Plates;

/// <summary>Words that devices write where a plate is due (plate-camera.md section 5.3).</summary>
internal static class PlateSentinels
{
    /// <param name="text">Folded and upper-case.</param>
    /// <param name="hasPlate">What the device says besides.</param>
    public static PlateOutcome? Recognise(string text, bool? hasPlate) => text switch
    {
        "" or "NULL" or "无车牌" => hasPlate == true ? PlateOutcome.Unread : PlateOutcome.NoPlate,
        "NOPLATE" or "-" or "--" or "UNLICENSED" or "默A00000" or "无牌" or "无牌车" => PlateOutcome.NoPlate,
        "UNKNOWN" or "UNRECOGNISE" or "UNRECOGNIZED" or "UNRECOGNISED" or "UNRECOGNIZE" or "未识别" or "车牌" => PlateOutcome.Unread,
        _ => null,
    };
}
