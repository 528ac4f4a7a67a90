using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>The table that comes with the product (kiosk.md section 3.2): a proposal, for no authoritative list is public.</summary>
public static class BusinessTable
{
    private const string Text = """
        {
          "codes": [
            { "code": "id.renew-expired", "en": "Identity card: renew an expired one", "zh": "居民身份证到期换领" },
            { "code": "id.replace-damaged", "en": "Identity card: replace a damaged one", "zh": "居民身份证损坏换领" },
            { "code": "id.reissue-lost", "en": "Identity card: reissue a lost one", "zh": "居民身份证丢失补领" },
            { "code": "id.pickup", "en": "Identity card: pick up", "zh": "居民身份证领取" },
            { "code": "tempid.issue", "en": "Temporary identity card: issue", "zh": "临时居民身份证办理" },
            { "code": "residence-permit.endorse", "en": "Residence permit: endorse", "zh": "居住证签注" },
            { "code": "register-page.print", "en": "Household register: print a page", "zh": "户口簿内页打印" },
            { "code": "no-crime-certificate.print", "en": "Certificate of no criminal record: print", "zh": "无犯罪记录证明打印" },
            { "code": "hkm.endorse", "en": "Hong Kong and Macao permit: endorse", "zh": "往来港澳通行证签注" },
            { "code": "passport.preaccept", "en": "Passport: accept in advance", "zh": "护照预受理" },
            { "code": "hkm.preaccept", "en": "Hong Kong and Macao permit: accept in advance", "zh": "往来港澳通行证预受理" },
            { "code": "tw.preaccept", "en": "Taiwan permit: accept in advance", "zh": "往来台湾通行证预受理" },
            { "code": "fee.pay", "en": "Exit and entry: pay the fee", "zh": "出入境证件缴费" },
            { "code": "doc.pickup", "en": "Exit and entry: pick up a document", "zh": "出入境证件领取" },
            { "code": "licence.renew", "en": "Driving licence: renew", "zh": "驾驶证期满换证" },
            { "code": "licence.replace", "en": "Driving licence: replace", "zh": "驾驶证补换" },
            { "code": "violation.settle", "en": "Traffic violation: settle", "zh": "交通违法处理" },
            { "code": "inspection-mark.print", "en": "Inspection mark: print", "zh": "检验标志打印" }
          ]
        }
        """;

    public static readonly BusinessCatalogue Value = Read(new SettingsReport(new NoSecrets()));

    /// <summary>The same reader as for a site's file; its findings are those of a mistake in this one.</summary>
    public static BusinessCatalogue Read(SettingsReport report)
    {
        using var document = JsonDocument.Parse(Text);
        return new BusinessCatalogue(BusinessCatalogueSettings.ReadCodes(new SettingsReader(document.RootElement, "catalogue", report), null), []);
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
