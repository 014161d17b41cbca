package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of products: its order, its pages, and what changes elsewhere. */
@FullInChromium
class AdminTableIT {
    @Test
    void aColumnIsSortedBothWays(Shop shop) {
        List<Long> teas = List.of(
                shop.catalogue().create("Sorted tea A"), shop.catalogue().create("Sorted tea B"));
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        page.navigate("/admin?q=sorted+tea");
        Locator titles = page.getByRole(AriaRole.ROWHEADER);
        Locator head = page.getByRole(AriaRole.COLUMNHEADER, new GetByRoleOptions().setName("Title"));
        assertThat(head).hasAttribute("aria-sort", "none");
        assertThat(head.locator(".icon")).hasCSS("opacity", "0");

        admin.press("Title");
        assertThat(head).hasAttribute("aria-sort", "ascending");
        assertThat(titles).hasText(new String[] {"Sorted tea A", "Sorted tea B"});
        assertThat(head.locator(".icon")).hasCSS("opacity", "1");
        assertThat(head.locator(".icon")).hasCSS("transform", "matrix(-1, 0, 0, -1, 0, 0)");
        admin.press("Title");
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(titles).hasText(new String[] {"Sorted tea B", "Sorted tea A"});
        assertThat(head.locator(".icon")).hasCSS("transform", "none");
        assertThat(page).hasURL(shop.address() + "/admin?q=sorted+tea&sort=-title");

        page.reload();
        assertThat(titles).hasText(new String[] {"Sorted tea B", "Sorted tea A"});
        teas.forEach(shop.catalogue()::delete);
    }

    @Test
    void aPageIsInTheAddress(Shop shop) {
        shop.catalogue().createMany("Leafed tea", 30);
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        page.navigate("/admin?q=leafed+tea&page=2");
        assertThat(page.getByText("26–30 of 30")).isVisible();
        assertThat(page.locator("tr[data-product]")).hasCount(5);
        admin.press("Previous");
        assertThat(page).hasURL(shop.address() + "/admin?q=leafed+tea");
        assertThat(page.getByText("1–25 of 30")).isVisible();
        page.navigate("/admin?q=leafed+tea&page=9");
        assertThat(page).hasURL(shop.address() + "/admin?q=leafed+tea&page=2");
        assertThat(page.getByText("26–30 of 30")).isVisible();
        shop.catalogue().deleteAll(title -> title.startsWith("Leafed tea"));
    }

    @Test
    void whatIsRenamedOrDeletedElsewhereIsSoWithoutAReload(Shop shop) {
        long tea = shop.catalogue().create("Faraway tea");
        AdminPages admin = shop.adminPages();
        admin.search("Faraway");
        Response unchanged = admin.page().waitForResponse(one -> one.status() == 304, () -> {});
        assertThat(unchanged.request().headerValue("If-None-Match")).isNotBlank();

        shop.catalogue().rename(tea, "Faraway and renamed tea");
        assertThat(admin.row("Faraway and renamed tea")).isVisible();
        shop.catalogue().delete(tea);
        assertThat(admin.page().getByText("No results for “Faraway”")).isVisible();
        assertThat(admin.window().complaints()).isEmpty();
    }
}
