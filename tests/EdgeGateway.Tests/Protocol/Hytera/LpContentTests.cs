using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Lp;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class LpContentTests
{
    [Fact]
    public void Read_ImmediateRequest_HasItsNinthByte()
    {
        var asked = Said.By<LpImmediateRequest>(V016);

        Assert.Equal((0x20000003u, new RadioIp(10, 222_222), (byte?)1), (asked.RequestId, asked.Radio, asked.Extra));
        Assert.Equal(8, new LpImmediateRequest(1, new RadioIp(10, 1)).ToMessage().Payload.Length);
    }

    [Fact]
    public void Read_ImmediateReport_HasPlaceAndTime()
    {
        var report = Said.By<LpReport>(V017);

        Assert.Equal((LpOpcode.ImmediateReport, 0x20000003u, 222_222, (ushort?)0), (report.Kind, report.RequestId, report.Radio.Id, report.Result));
        Assert.Equal((true, "162251", "311018", "162251311018"), (report.Gps.HasFix, report.Gps.Time, report.Gps.Date, report.Gps.TimeDigits));
        Assert.Equal(new DateTimeOffset(2018, 10, 31, 16, 22, 51, TimeSpan.Zero), report.Gps.FixTime);
        Assert.Equal("4736.6975", report.Gps.Latitude);
        Assert.Equal(47.611625, report.Gps.LatitudeDeg!.Value, 12);
        Assert.Equal(7.6544666666666667, report.Gps.LongitudeDeg!.Value, 12);
        Assert.Equal((0d, 5d), (report.Gps.SpeedKnots, report.Gps.CourseDeg));
        Assert.Null(report.RssiDbm);
    }

    [Fact]
    public void Read_SecondReport_HasSpeedAndCourse()
    {
        var report = Said.By<LpReport>(V018);

        Assert.Equal((1u, 2_167_005), (report.RequestId, report.Radio.Id));
        Assert.Equal(47.313418333333333, report.Gps.LatitudeDeg!.Value, 12);
        Assert.Equal(18.907311666666667, report.Gps.LongitudeDeg!.Value, 12);
        Assert.Equal((0.1, 121d), (report.Gps.SpeedKnots, report.Gps.CourseDeg));
    }

    [Fact]
    public void Read_FixWithoutTime_HasPlaceAndNothingElse()
    {
        var report = Said.By<LpReport>(V019);

        Assert.Equal((new RadioIp(0, 2_308_091), true), (report.Radio, report.Gps.HasFix));
        Assert.Equal(50.064618333333333, report.Gps.LatitudeDeg!.Value, 12);
        Assert.Equal(14.442170000000001, report.Gps.LongitudeDeg!.Value, 12);
        Assert.Equal((null, null, null, ""), (report.Gps.FixTime, report.Gps.SpeedKnots, report.Gps.CourseDeg, report.Gps.TimeDigits));
    }

    [Fact]
    public void Read_ConditionReport_HasItsLevel()
    {
        var report = Said.By<LpReport>(V020);

        Assert.Equal((LpOpcode.ConditionReportRssi, 5576u, new RadioIp(10, 3), (int?)-58), (report.Kind, report.RequestId, report.Radio, report.RssiDbm));
        Assert.Equal("184030061221", report.Gps.TimeDigits);
        Assert.Equal(47.400263333333335, report.Gps.LatitudeDeg!.Value, 12);
        Assert.Equal(7.5184550000000003, report.Gps.LongitudeDeg!.Value, 12);
        Assert.Equal(207d, report.Gps.CourseDeg);
    }

    [Theory]
    [InlineData("ff10", -240)]
    [InlineData("0000", 0)]
    [InlineData("ff0f", null)]
    [InlineData("0001", null)]
    [InlineData("8000", null)]
    public void Read_LevelOutOfRange_IsNone(string level, int? dbm) =>
        Assert.Equal(dbm, Assert.IsType<LpReport>(Said.Payload(HdapService.Lp, 0xA003, "000000010a0000030000" + Block + level)).RssiDbm);

    [Theory]
    [InlineData(0xA002, "000000010a0000030006", true, false, false)]
    [InlineData(0xB003, "0a00000302", false, true, false)]
    [InlineData(0xC003, "000000010a0000033030303130303030", false, false, true)]
    [InlineData(0xD003, "000000010a000003", false, false, false)]
    public void Read_EveryReport_HasTheFieldsOfItsOpcode(int opcode, string head, bool result, bool emergency, bool remaining)
    {
        var report = Assert.IsType<LpReport>(Said.Payload(HdapService.Lp, opcode, head + Block));

        Assert.Equal((3, result, emergency, remaining), (report.Radio.Id, report.Result == 6, report.EmergencyType == 2, report.Remaining == "00010000"));
        Assert.Equal(opcode == 0xB003, report.RequestId is null);
        Assert.Equal(23.12005, report.Gps.LatitudeDeg!.Value, 9);
        Assert.Equal(head + Block, Convert.ToHexStringLower(report.ToMessage().Payload.Span));
    }

    [Theory]
    [InlineData(0xA001, "000000010a000003")]
    [InlineData(0xB001, "000000010a000003")]
    [InlineData(0xB002, "000000010a0000030069")]
    [InlineData(0xB004, "0a0000030102aabb")]
    [InlineData(0xC001, "000000010a000003303030303030303030303030303032303236313132323030303030303030303031303030")]
    [InlineData(0xC002, "000000010a0000030000")]
    [InlineData(0xC004, "000000010a000003")]
    [InlineData(0xC005, "000000010a0000030000")]
    [InlineData(0xD001, "000000010a0000030300000064303030303030303030303030303030303030303030303030303030303030303030323030")]
    [InlineData(0xD001, "000000010a00000303000000643030303030303030303030303030303030303030303030303030303030303030303230303030303031303030")]
    [InlineData(0xD002, "000000010a000003030000")]
    [InlineData(0xD011, "000000010a00000300")]
    [InlineData(0xD011, "000000010a0000030130303030303030303030303030303030303030303030303030303030303030303032303003e8010007")]
    [InlineData(0xD012, "000000010a000003010000")]
    [InlineData(0xE001, "000000010a0000030001")]
    [InlineData(0xE002, "000000010a0000030000")]
    public void Read_EveryOther_IsTypedAndWrittenBack(int opcode, string hex)
    {
        var content = Assert.IsAssignableFrom<LpContent>(Said.Payload(HdapService.Lp, opcode, hex));

        Assert.Equal((opcode, new RadioIp(10, 3)), (content.Opcode, content.Radio));
        Assert.Equal(hex, Convert.ToHexStringLower(content.ToMessage().Payload.Span));
        Assert.True(content.Rest.IsEmpty);
    }

    [Theory]
    [InlineData(0xA001, "000000010a0000")]
    [InlineData(0xC002, "000000010a00000300")]
    [InlineData(0xB003, "0a00000301")]
    [InlineData(0xD012, "000000010a00000301")]
    public void Read_ShortPayload_IsAFault(int opcode, string hex) =>
        Assert.Equal(HyteraFaults.ContentSize, Assert.IsType<UnreadContent>(Said.Payload(HdapService.Lp, opcode, hex)).Fault);

    [Theory]
    [InlineData(0xA004)]
    [InlineData(0xD005)]
    public void Read_LayoutThatIsNotPublic_StaysRaw(int opcode) =>
        Assert.Null(Assert.IsType<UnreadContent>(Said.Payload(HdapService.Lp, opcode, "000000010a000003ff")).Fault);

    [Theory]
    [InlineData("2312.0300", "N", 23.2005)]
    [InlineData("2312.0300", "S", -23.2005)]
    [InlineData("9000.0000", "N", 90.0)]
    [InlineData("9000.0001", "N", null)]
    [InlineData("2360.0000", "N", null)]
    [InlineData("2312.0300", "E", null)]
    [InlineData("23120.300", "N", null)]
    [InlineData("-312.0300", "N", null)]
    [InlineData("2312.03 0", "N", null)]
    public void Latitude_IsRangeChecked(string text, string hemisphere, double? degrees) =>
        Assert.Equal(degrees, new GpsBlock { Latitude = text, NorthSouth = hemisphere }.LatitudeDeg);

    [Theory]
    [InlineData("18000.0000", "W", -180.0)]
    [InlineData("18000.0001", "W", null)]
    [InlineData("00000.0000", "E", 0.0)]
    [InlineData("11360.0000", "E", null)]
    public void Longitude_IsRangeChecked(string text, string hemisphere, double? degrees) =>
        Assert.Equal(degrees, new GpsBlock { Longitude = text, EastWest = hemisphere }.LongitudeDeg);

    [Theory]
    [InlineData("0.2", 0.2)]
    [InlineData("10.", 10.0)]
    [InlineData(".5", 0.5)]
    [InlineData("120", 120.0)]
    [InlineData("-.2", null)]
    [InlineData("1e2", null)]
    [InlineData("...", null)]
    public void Speed_PointInAnyPlace_IsRead(string text, double? knots) => Assert.Equal(knots, new GpsBlock { Speed = text }.SpeedKnots);

    [Theory]
    [InlineData("359", 359.0)]
    [InlineData("360", null)]
    [InlineData("999", null)]
    public void Course_IsRangeChecked(string text, double? degrees) => Assert.Equal(degrees, new GpsBlock { Course = text }.CourseDeg);

    [Fact]
    public void Of_Written_IsThePublishedBlock()
    {
        var gps = GpsBlock.Of(47.611625, 7.654466666666667, new DateTimeOffset(2018, 10, 31, 16, 22, 51, TimeSpan.Zero), 0, 5);

        Assert.Equal(V017[30..110], Convert.ToHexStringLower(gps.ToBytes()));
        Assert.Equal(("0.1", "12.", "120"), (GpsBlock.Of(0, 0, null, 0.1).Speed, GpsBlock.Of(0, 0, null, 12).Speed, GpsBlock.Of(0, 0, null, 120).Speed));
        Assert.Equal(("S", "W"), (GpsBlock.Of(-1, -1, null).NorthSouth, GpsBlock.Of(-1, -1, null).EastWest));
    }

    // A, 03:32:00 of 22-11-2026, N 23 07.2030, E 113 15.0000, 0.2 knots, course 090.
    private static string Block => Convert.ToHexStringLower("A033200221126N2307.2030E11315.00000.2090"u8);
}
