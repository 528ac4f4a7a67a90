namespace EdgeGateway.Tests.Protocol.Viid;

/// <summary>The VIID bodies of section 11.1, by hand.</summary>
internal static class ReferenceBodies
{
    public const string MotorVehicle =
        """
        {"MotorVehicleListObject":{"MotorVehicleObject":[{
         "MotorVehicleID":"340200000013200000070220240624195235527380252739",
         "InfoKind":1,"SourceID":"34020000001320000007022024062419523552738",
         "TollgateID":"34020000001210000001","DeviceID":"34020000001320000007",
         "StorageUrl1":"","LeftTopX":310,"LeftTopY":220,"RightBtmX":905,"RightBtmY":780,
         "LaneNo":2,"HasPlate":true,"PlateClass":"02","PlateColor":"5","PlateNo":"苏A3HK57",
         "Speed":57,"Direction":"3","VehicleClass":"K33","VehicleColor":"2",
         "PassTime":"20240624195235",
         "SubImageList":{"SubImageInfoObject":[{
          "ImageID":"34020000001320000007022024062419523552738","EventSort":2,
          "DeviceID":"34020000001320000007","StoragePath":"","Type":"01","FileFormat":"Jpeg",
          "ShotTime":"20240624195235","Width":1920,"Height":1080,"Data":"/9j/2Q=="}]}}]}}
        """;
}
