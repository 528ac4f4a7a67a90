using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Viid;

/// <summary>What a technician is told about the settings that drivers of GA/T 1400 share.</summary>
internal static class ViidWordsForPeople
{
    public static readonly Words NotACode = new("is not a device code", "不是设备编码");
    public static readonly Words WriteACode = new("write the 20 digits of its code", "请写 20 位数字编码");
    public static readonly Words NotAUser = new("is not a user name that devices take", "不是设备可用的用户名");
    public static readonly Words WriteAUser = new("write 1 to 64 letters, digits or signs, without blanks and colons", "请写 1 到 64 个英文字母、数字或符号，不含空格和冒号");
    public static readonly Words NotARealm = new("cannot stand in a challenge", "不能用作认证域");
    public static readonly Words WriteARealm = new("write 1 to 64 letters, digits or signs, without blanks, quotes and colons", "请写 1 到 64 个英文字母、数字或符号，不含空格、引号和冒号");
    public static readonly Words PasswordMissing = new("is missing", "缺少此项");
    public static readonly Words WritePassword = new("refer to the password that the device registers with, or write \"emptyPassword\": true", "请引用设备注册所用的密码，或写 \"emptyPassword\": true");
    public static readonly Words TwoPasswords = new("contradicts the password beside it", "与旁边的密码矛盾");
    public static readonly Words RemoveOne = new("remove one of them", "请删除其中一个");
}
